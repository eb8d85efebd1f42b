import { type GraphQLResolveInfo, locatedError } from 'graphql';
import { sql } from '../../store/sql';
import { jsonObject } from './json';
import type { Place } from './place';
import type { Field, Planner, Scope } from './plan';
import { asOutput, columnFor } from './typeTable';

/** A computed field's place in the answer, held by what it will be computed from: its parent's values, and where its reader stands. */
export function computedSql(
  planner: Planner,
  { type, alias, at }: Scope,
  field: Field,
  args: Record<string, unknown>,
  requires: readonly string[],
  { key, nodes, steps }: Place,
): string {
  planner.isMixed = true;
  steps.push({
    kind: 'computed',
    key,
    compute: ({ parent, at }, loaders) => Promise.resolve(field.resolve?.(parent, args, { at, loaders }, {} as GraphQLResolveInfo)),
    failed: (error, path) => locatedError(error, nodes, path),
  });
  const parent = requires.map((property): [string, string] => {
    const column = `${alias}.${columnFor(type.name, property).name}`;
    const required = type.getFields()[property];
    return [property, required === undefined ? column : asOutput(required.type, column)];
  });
  const standing = sql`json_build_object('asOf', ${at.asOf}::date, 'knowledge', ${at.knowledge}::text)`;
  return jsonObject([
    ['parent', jsonObject(parent)],
    ['at', planner.write(standing)],
  ]);
}
