import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { createSubgraph } from '../../../src/graph/federation/createSubgraph';
import { subgraphSdl } from '../../../src/graph/federation/subgraphSdl';
import { createSchema } from '../../../src/graph/schema';
import { startTestServer } from '../../server/startTestServer';
import { type Asking, ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { nodeIdOf } from '../../support/nodeIdOf';
import { aFund, aSnapshot } from '../../support/rows';

const database = useDatabase();
const over = createSubgraph(createSchema());
const asking: Asking = { over };

const documentation = readFileSync(join(__dirname, '../../../docs/federation.md'), 'utf8');
const [, example = ''] = /```graphql\n([\s\S]*?)```/.exec(documentation) ?? [];

/** Another team's subgraph, which knows of a fund only by what it traded and when: the one of the documentation. */
const TRADES = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  type Query { trades: [Trade!]! }
  ${example}
  type PageInfo @shareable { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }
  scalar Date
  enum Knowledge { ANY PROVEN }
`;

const ENTITIES = `query ($of: [_Any!]!) {
  _entities(representations: $of) { __typename ... on Node { id asOf } ... on Etf { symbol snapshot { observedOn holdings { totalCount } } } ... on Index { name } }
}`;

beforeAll(async () => {
  const { db } = database();
  await aFund(db, { symbol: 'MINE', indexCode: 'RUT' });
  await aSnapshot(db, { fund: 'MINE', observedOn: '2024-03-28', lines: [{ security: 'EQUITY A', weight: '1' }] });
  await aSnapshot(db, { fund: 'MINE', observedOn: '2024-06-28', lines: [{ security: 'EQUITY A', weight: '0.5' }, { security: 'EQUITY B', weight: '0.5' }] });
});

const entities = async (...of: readonly unknown[]) => ask(database().db, ENTITIES, { of }, asking);
const named = (symbol: string, asOf: string, knowledge = 'ANY') => ({ __typename: 'Etf', symbol, asOf, knowledge });

describe('the subgraph', () => {
  it('composes with another, offline', () => {
    const composed = composeServices([
      { name: 'catalyst', url: 'http://127.0.0.1:4000/graphql', typeDefs: parse(subgraphSdl(createSchema())) },
      { name: 'trades', url: 'http://127.0.0.1:4001/graphql', typeDefs: parse(TRADES) },
    ]);
    expect(composed.errors).toBeUndefined();
    expect(composed.supergraphSdl).toContain('type Etf implements Node');
  });

  it('has no key by which a thing could be asked for without a day', () => {
    const keys = [...subgraphSdl(createSchema()).matchAll(/@key\(fields: "([^"]*)"\)/g)].map(([, fields = '']) => fields);
    expect(new Set(keys)).toEqual(new Set(['id', ...['symbol', 'code', 'cik', 'key'].map((key) => `${key} asOf knowledge`)]));
  });

  it('tells a router what it composes by, without reading anything', async () => {
    const { result, statements } = await ask(database().db, '{ _service { sdl } }', {}, asking);
    expect([result.data, statements]).toEqual([{ _service: { sdl: subgraphSdl(createSchema()) } }, []]);
  });

  it('answers what a router names, of many days and types in its order, by one statement', async () => {
    const { result, statements } = await entities(named('MINE', '2024-07-01'), { __typename: 'Index', code: 'RUT', asOf: '2024-07-01', knowledge: 'PROVEN' }, named('NONE', '2024-07-01'),
      { __typename: 'Etf', id: nodeIdOf('Etf', '2024-04-01', 'MINE') }, { __typename: 'Index', id: nodeIdOf('Etf', '2024-04-01', 'MINE') });
    const mine = (asOf: string, observedOn: string, totalCount: number) => ({ __typename: 'Etf', id: nodeIdOf('Etf', asOf, 'MINE'), asOf, symbol: 'MINE', snapshot: { observedOn, holdings: { totalCount } } });
    expect(result.errors).toBeUndefined();
    expect((result.data as { _entities: unknown })._entities).toEqual([
      mine('2024-07-01', '2024-06-28', 2),
      expect.objectContaining({ __typename: 'Index', asOf: '2024-07-01', name: 'Russell 2000' }),
      null,
      mine('2024-04-01', '2024-03-28', 1),
      null,
    ]);
    expect(statements).toHaveLength(1);
  });

  it('says that an answer about days that are over is settled, and one about today is not', async () => {
    const settled = async (asOf: string) => ((await entities(named('MINE', asOf))).result.extensions as { data: { isSettled: boolean } }).data.isSettled;
    expect([await settled('2024-07-01'), await settled('2026-11-20')]).toEqual([true, false]);
  });

  it('is served where a server is told to, and else not there', async () => {
    const asked = '{ _service { sdl } }';
    const [subgraph, plain] = [await startTestServer(database().url, { FEDERATION: 'true' }), await startTestServer(database().url)];
    expect((await subgraph.ask(asked)).body.data).toEqual({ _service: { sdl: subgraphSdl(createSchema()) } });
    expect((await plain.ask(asked)).body.errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it.each([
    ['no type', {}, /a __typename of Etf, Index/],
    ['a type that is no node', { __typename: 'Exposure', id: 'x' }, /a __typename of/],
    ['a key without a day', { __typename: 'Etf', symbol: 'MINE', knowledge: 'ANY' }, /expected 'id' or 'symbol asOf knowledge'/],
    ['a day that is none', named('MINE', '2024-02-30'), /expected 'id' or/],
    ['a kind of knowledge that is none', named('MINE', '2024-07-01', 'SOME'), /expected 'id' or/],
    ['no id of a type without another key', { __typename: 'Holding', asOf: '2024-07-01', knowledge: 'ANY' }, /expected 'id'\.$/],
    ['a day to come', named('MINE', '2027-01-01'), /lies in the future: today is 2026-11-20/],
    ['a text', 'MINE', /a __typename of/],
  ])('refuses %s', async (_, representation, message) => {
    const { errors, data } = (await entities(representation)).result;
    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([undefined, ['BAD_USER_INPUT']]);
    expect(errors?.[0]?.message).toMatch(message);
  });
});
