import 'reflect-metadata';
import { GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { NodeRefs } from '../../src/graph/planner/answers';
import { type Sql, sql } from '../../src/store/sql';
import { ask, schema } from '../support/ask';
import { useDatabase } from '../support/database';
import { aSnapshot } from '../support/rows';

const database = useDatabase();

beforeAll(async () => {
  const { db } = database();
  const line = { security: 'EQUITY X', weight: '1' };
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-03-28', lines: [{ ...line, symbol: 'OLD' }] });
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', lines: [{ ...line, symbol: 'NEW' }] });
});

/** The project's types, and a root with nodes that SQL names. */
function schemaOver(rows: Sql, types: readonly string[], areDated: boolean): GraphQLSchema {
  const node = schema.getType('Node') as GraphQLObjectType;
  const refs = () => new NodeRefs(rows, types, areDated);
  const fields = { evidence: { type: new GraphQLList(node), resolve: refs, extensions: { size: 9 } }, first: { type: node, resolve: refs }, n: { type: GraphQLInt } };
  const possible = types.map((type) => schema.getType(type) as GraphQLObjectType);
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }), types: possible });
}

const SELECTED = '{ __typename ... on Security { symbol } ... on Etf { code: symbol snapshot { observedOn age } } }';

const rowsOf = (...rows: readonly (readonly [type: string, key: string, asOf: string, knowledge: string])[]): Sql =>
  sql`SELECT type, json_build_array(key)::text AS key, as_of::date, knowledge FROM json_to_recordset(${JSON.stringify(
    rows.map(([type, key, as_of, knowledge]) => ({ type, key, as_of, knowledge })),
  )}::json) r(type text, key text, as_of text, knowledge text)`;

const ROWS = rowsOf(
  ['Security', 'EQUITY X', '2024-06-28', 'ANY'],
  ['Etf', 'IWM', '2024-04-01', 'PROVEN'],
  ['Security', 'EQUITY X', '2024-04-01', 'ANY'],
  ['Security', 'EQUITY X', '2024-03-27', 'ANY'],
  ['Index', 'RUT', '2024-04-01', 'ANY'],
);

describe('nodes that SQL names', () => {
  it('come in the order of its rows, each as of its own date, in one statement; null where there is none or the type is not foreseen', async () => {
    const over = schemaOver(ROWS, ['Security', 'Etf'], true);
    const { result, statements } = await ask(database().db, `{ evidence ${SELECTED} first ${SELECTED} }`, {}, { over });
    expect(result.errors).toBeUndefined();
    expect(result.data).toEqual({
      evidence: [
        { __typename: 'Security', symbol: 'NEW' },
        { __typename: 'Etf', code: 'IWM', snapshot: { observedOn: '2024-03-28', age: 1 } },
        { __typename: 'Security', symbol: 'OLD' },
        null,
        null,
      ],
      first: { __typename: 'Security', symbol: 'NEW' },
    });
    expect(statements.filter((text) => text.includes('json_build_object'))).toHaveLength(1);
  });

  it('stand where their parent does if they are not dated', async () => {
    const { result } = await ask(database().db, `{ evidence ${SELECTED} }`, {}, { over: schemaOver(ROWS, ['Security'], false) });
    expect(result.data).toEqual({ evidence: [{ __typename: 'Security', symbol: 'NEW' }, null, { __typename: 'Security', symbol: 'NEW' }, { __typename: 'Security', symbol: 'NEW' }, null] });
  });

  it('are a fault of the field where a type has no ids', async () => {
    const { result, statements } = await ask(database().db, '{ first { __typename } }', {}, { over: schemaOver(ROWS, ['Missing'], false) });
    expect(result.errors).toMatchObject([{ message: 'Missing has no ids, and can be no node.', path: ['first'] }]);
    expect(statements).toEqual([]);
  });
});
