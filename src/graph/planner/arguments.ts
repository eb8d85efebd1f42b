import type { FieldNode, GraphQLField } from 'graphql';
import { getArgumentValues } from 'graphql/execution/values';
import { InvalidInput } from '../../domain/errors';
import { isStorable } from '../nodes/nodeId';
import type { Operation } from './operation';
import type { Place } from './place';

/**
 * What a field is asked with, coerced by graphql-js.
 * @throws {InvalidInput} for a text that no Postgres could hold, and so would fail the whole statement.
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
  return args;
}

function isAllStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isAllStorable);
}
