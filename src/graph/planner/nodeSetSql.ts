import { type GraphQLObjectType, isObjectType } from 'graphql';
import type { At } from '../../store/at';
import { Column, raw, sql } from '../../store/sql';
import type { NodeKey } from '../nodes/nodeId';
import { nodeTypes } from '../nodes/nodeTypes';
import type { NodeSet } from './answers';
import { literal } from './json';
import type { Place } from './place';
import type { Planner } from './plan';
import type { Step } from './steps';

interface Asked extends NodeKey {
  /** Its place among the ids, from 1. */
  readonly n: number;
}

/**
 * Nodes of several types as one JSON list of `{ type, node }` in the order of their ids, null where there
 * is none; no id is of a day to come. Where all ids are of one date it is a value below them; where dates mix it is a column of each id's row.
 */
export async function nodeSetSql(planner: Planner, { keys }: NodeSet, single: boolean, place: Place): Promise<string> {
  const asked = keys.flatMap((key, i): Asked[] => (key === null || key.asOf > planner.today ? [] : [{ ...key, n: i + 1 }]));
  const stepsByType = new Map<string, readonly Step[]>();
  const found: string[] = [];
  for (const type of new Set(asked.map((key) => key.type))) {
    const object = planner.operation.schema.getType(type);
    if (!isObjectType(object)) continue;
    const steps: Step[] = [];
    found.push(await ofOneType(planner, object, asked.filter((key) => key.type === type), steps, place));
    stepsByType.set(type, steps);
  }
  place.steps.push({ kind: 'nodes', key: place.key, single, stepsByType });

  const [slot, node] = [planner.alias(), planner.alias()];
  const none = 'SELECT NULL::int AS n, NULL::json AS node WHERE FALSE';
  return `(SELECT coalesce(json_agg(${node}.node ORDER BY ${slot}.n), '[]'::json)
    FROM generate_series(1, ${planner.write(sql`${keys.length}::int`)}) ${slot}(n)
    LEFT JOIN (${[none, ...found].join(' UNION ALL ')}) ${node} ON ${node}.n = ${slot}.n)`;
}

async function ofOneType(
  planner: Planner,
  type: GraphQLObjectType,
  asked: readonly Asked[],
  steps: Step[],
  place: Place,
): Promise<string> {
  const identity = nodeTypes.get(type.name);
  if (identity === undefined) return 'SELECT NULL::int, NULL::json WHERE FALSE';
  const [key, alias] = [planner.alias(), planner.alias()];
  const at = commonDate(asked) ?? { asOf: new Column(key, 'as_of'), knowledge: new Column(key, 'knowledge') };
  const parts = Array.from({ length: identity.parts }, (_, i) => sql`(${raw(key)}.parts::json ->> ${raw(String(i))})`);
  const keys = planner.write(sql`unnest(
    ${asked.map(({ n }) => n)}::int[], ${asked.map((one) => JSON.stringify(one.key))}::text[],
    ${asked.map(({ asOf }) => asOf)}::date[], ${asked.map(({ knowledge }) => knowledge)}::text[])`);
  const rows = planner.write(identity.find(parts, at));
  const fields = planner.operation.subfields(type, place.nodes);
  const object = await planner.row(type, alias, at, fields, steps, place.path);
  return `SELECT ${key}.n, json_build_object('type', ${literal(type.name)}, 'node', ${object})
    FROM ${keys} ${key}(n, parts, as_of, knowledge) CROSS JOIN LATERAL (${rows}) ${alias}`;
}

function commonDate(asked: readonly Asked[]): At | undefined {
  const [first] = asked;
  const isCommon = asked.every(({ asOf, knowledge }) => asOf === first?.asOf && knowledge === first.knowledge);
  return isCommon && first !== undefined ? { asOf: first.asOf, knowledge: first.knowledge } : undefined;
}
