import 'reflect-metadata';
import { GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { Connection } from '../../src/graph/planner/answers';
import { Page } from '../../src/graph/planner/Page';
import { PageInfo } from '../../src/graph/fields/connectionOf';
import { type Column, sql } from '../../src/store/sql';
import { ask, schema } from '../support/ask';
import { useDatabase } from '../support/database';

const database = useDatabase();

type AnyRow = Readonly<Record<string, Column>>;

/** A schema of one type with one field that is declared like that. */
function schemaWith(resolve: (row: AnyRow) => unknown): GraphQLSchema {
  const Thing = new GraphQLObjectType<AnyRow>({ name: 'Thing', fields: { label: { type: GraphQLString, resolve } } });
  const thing = { type: Thing, resolve: () => sql`SELECT 'x'::text AS symbol, 7 AS shares` };
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { thing } }) });
}

describe('a field that answers with SQL', () => {
  it.each<[string, (row: AnyRow) => unknown]>([
    ['puts a column in a text', ({ symbol }) => sql`SELECT ${`${symbol as unknown as string}!`}::text`],
    ['compares a column', ({ symbol }) => ((symbol as unknown as string) > 'a' ? sql`SELECT 1` : sql`SELECT 2`)],
    ['reckons with a column', ({ symbol }) => sql`SELECT ${(symbol as unknown as number) * 2}::int`],
    ['writes a column as JSON', ({ symbol }) => sql`SELECT ${JSON.stringify({ symbol })}::text`],
  ])('and %s is told that it has no value yet, before any SQL', async (_, resolve) => {
    const { result, statements } = await ask(database().db, '{ thing { label } }', {}, { over: schemaWith(resolve) });
    expect(result).toMatchObject({
      errors: [{ message: "'symbol' is a column while planning: it has no value to branch on or compute with.", path: ['thing', 'label'] }],
    });
    expect({ data: result.data, statements }).toEqual({ data: undefined, statements: [] });
  });

  it('may use columns wherever SQL does', async () => {
    const over = schemaWith(({ symbol, shares }) => sql`SELECT CASE WHEN ${shares} > 5 THEN ${symbol} || '!' END`);
    expect((await ask(database().db, '{ thing { label } }', {}, { over })).result.data).toEqual({ thing: { label: 'x!' } });
  });
});

describe('a connection of less than 100 a page', () => {
  it('gives as many as it may where `first` is left out', async () => {
    const Item = new GraphQLObjectType({ name: 'Item', fields: { n: { type: GraphQLInt } } });
    const Items = new GraphQLObjectType({
      name: 'Items',
      fields: { nodes: { type: new GraphQLNonNull(new GraphQLList(Item)) }, pageInfo: { type: schema.getType(PageInfo.name) as GraphQLObjectType } },
    });
    const items = {
      type: Items,
      extensions: { cap: 3 },
      resolve: () => new Connection(sql`SELECT n FROM generate_series(1, 9) n`, ['n desc'], new Page(), []),
    };
    const over = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { items } }) });
    const { result } = await ask(database().db, '{ items { nodes { n } pageInfo { hasNextPage } } }', {}, { over });
    expect(result.data).toEqual({ items: { nodes: [{ n: 9 }, { n: 8 }, { n: 7 }], pageInfo: { hasNextPage: true } } });
  });
});
