import type { FieldNode, GraphQLField } from 'graphql';
import { getArgumentValues } from 'graphql/execution/values';
import { InvalidInput } from '../../domain/errors';
import { isStorable } from '../nodes/nodeId';
import type { Declared } from './declare';
import type { Operation } from './operation';
import type { Place } from './place';

/**
 * What a field is asked with, coerced by graphql-js.
 * @throws {InvalidInput} for a text that no Postgres could hold, and so would fail the whole statement; for none or several of
 *   arguments of which the field takes one.
 */
export function readArguments(
  field: GraphQLField<unknown, unknown>,
  { name, nodes }: Place,
  { variableValues }: Operation,
): Record<string, unknown> {
  const args = getArgumentValues(field, nodes[0] as FieldNode, variableValues);
  if (!isAllStorable(args)) {
    throw new InvalidInput(`${name} was asked with the character U+0000 or half a surrogate pair, which no text here holds.`);
  }
  const { oneOf }: Declared = field.extensions;
  const given = oneOf?.filter((one) => args[one] != null);
  if (given !== undefined && given.length !== 1) {
    const found = given.length === 0 ? 'none' : given.map((one) => `'${one}'`).join(' and ');
    throw new InvalidInput(`${name} was asked with ${found}: expected exactly one of ${(oneOf ?? []).map((one) => `'${one}'`).join(', ')}.`);
  }
  return args;
}

function isAllStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isAllStorable);
}
