import { type GraphQLObjectType, isObjectType } from 'graphql';
import type { At } from '../../store/at';
import { Column, raw, sql } from '../../store/sql';
import type { NodeKey } from '../nodes/nodeId';
import { type NodeType, nodeTypes } from '../nodes/nodeTypes';
import type { NodeRefs, NodeSet } from './answers';
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
  if (keys.some((key) => key !== null && key.asOf >= planner.today)) planner.isSettled = false;
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

/**
 * The nodes that SQL names as one JSON list of `{ type, node }` in the order of its rows, null where there is none. Below, the
 * reader stands where the row says if they are dated, else at `at`.
 */
export async function nodeRefsSql(planner: Planner, { rows, types, areDated }: NodeRefs, single: boolean, at: At, place: Place): Promise<string> {
  const ref = planner.alias();
  const standing = areDated ? { asOf: new Column(ref, 'as_of'), knowledge: new Column(ref, 'knowledge') } : at;
  const stepsByType = new Map<string, readonly Step[]>();
  const cases: string[] = [];
  for (const type of types) {
    const object = planner.operation.schema.getType(type);
    const identity = nodeTypes.get(type);
    if (!isObjectType(object) || identity === undefined) throw new TypeError(`${type} has no ids, and can be no node.`);
    const steps: Step[] = [];
    const node = await foundNode(planner, object, identity, ref, standing, steps, place);
    cases.push(`WHEN ${literal(type)} THEN (SELECT ${node.object} FROM (${node.rows}) ${node.alias})`);
    stepsByType.set(type, steps);
  }
  place.steps.push({ kind: 'nodes', key: place.key, single, stepsByType });
  return `(SELECT coalesce(json_agg(CASE ${ref}.type ${cases.join(' ')} END), '[]'::json) FROM (${planner.write(rows)}) ${ref})`;
}

/** The row of a type that `key.key` names, and the JSON that becomes the node. */
async function foundNode(planner: Planner, type: GraphQLObjectType, identity: NodeType, key: string, at: At, steps: Step[], place: Place) {
  const alias = planner.alias();
  const parts = Array.from({ length: identity.parts }, (_, i) => sql`(${raw(key)}.key::json ->> ${raw(String(i))})`);
  const rows = planner.write(identity.find(parts, at));
  const object = await planner.row(type, alias, at, planner.operation.subfields(type, place.nodes), steps, place.path);
  return { alias, rows, object: `json_build_object('type', ${literal(type.name)}, 'node', ${object})` };
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
  const key = planner.alias();
  const at = commonDate(asked) ?? { asOf: new Column(key, 'as_of'), knowledge: new Column(key, 'knowledge') };
  const keys = planner.write(sql`unnest(
    ${asked.map(({ n }) => n)}::int[], ${asked.map((one) => JSON.stringify(one.key))}::text[],
    ${asked.map(({ asOf }) => asOf)}::date[], ${asked.map(({ knowledge }) => knowledge)}::text[])`);
  const node = await foundNode(planner, type, identity, key, at, steps, place);
  return `SELECT ${key}.n, ${node.object}
    FROM ${keys} ${key}(n, key, as_of, knowledge) CROSS JOIN LATERAL (${node.rows}) ${node.alias}`;
}

function commonDate(asked: readonly Asked[]): At | undefined {
  const [first] = asked;
  const isCommon = asked.every(({ asOf, knowledge }) => asOf === first?.asOf && knowledge === first.knowledge);
  return isCommon && first !== undefined ? { asOf: first.asOf, knowledge: first.knowledge } : undefined;
}
