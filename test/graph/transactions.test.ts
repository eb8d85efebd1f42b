import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { Reader } from '../../src/store/Reader';
import { sql } from '../../src/store/sql';
import { ask } from '../support/ask';
import { useDatabase } from '../support/database';
import { aLoad, aSnapshot } from '../support/rows';

const database = useDatabase();

/** A schema that tells in what transaction it is answered; computing `meanwhile` commits a load. */
const sessionSchema = (): GraphQLSchema => {
  const Session = new GraphQLObjectType({
    name: 'Session',
    fields: {
      isolation: { type: GraphQLString },
      readOnly: { type: GraphQLString },
      meanwhile: {
        type: GraphQLInt,
        extensions: { requires: ['isolation'] },
        resolve: async () => Number(await aLoad(database().db)),
      },
    },
  });
  const session = {
    type: Session,
    resolve: () => sql`SELECT current_setting('transaction_isolation') AS isolation, current_setting('transaction_read_only') AS read_only`,
  };
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { session } }) });
};

const versionOf = ({ extensions }: Awaited<ReturnType<typeof ask>>['result']): unknown => (extensions?.data as { readonly version: unknown }).version;

describe('an operation', () => {
  it('without computed fields is one statement in no transaction of its own', async () => {
    const { result, statements } = await ask(database().db, '{ session { isolation readOnly } }', {}, { over: sessionSchema() });
    expect(result.data).toEqual({ session: { isolation: 'read committed', readOnly: 'off' } });
    expect(statements).toHaveLength(1);
  });

  it('with a computed field is answered in one transaction that sees one moment and writes nothing', async () => {
    const { result, statements } = await ask(database().db, '{ session { isolation readOnly meanwhile } }', {}, { over: sessionSchema() });
    expect(result.data).toMatchObject({ session: { isolation: 'repeatable read', readOnly: 'on' } });
    expect(statements).toHaveLength(1);
  });

  it('does not show a load that is committed while it is computed', async () => {
    const { db } = database();
    const before = await aLoad(db);
    const { result } = await ask(db, '{ session { meanwhile } }', {}, { over: sessionSchema() });
    expect(versionOf(result)).toBe(before);
    expect(result.data).toEqual({ session: { meanwhile: Number(before) + 1 } });
    expect(versionOf((await ask(db, '{ etfs { totalCount } }')).result)).toBe(String(Number(before) + 1));
  });

  it.each(['{ etf(symbol: "NOPE") { name } }', '{ etfs { totalCount } }', '{ etf(symbol: "IWM") { snapshot { age } } }', '{ __typename }', '{ nodes(ids: []) { id } }'])(
    'tells the newest load that added something: %s',
    async (query) => {
      const { db } = database();
      const version = await aLoad(db);
      await aLoad(db, { outcome: 'REFUSED', reason: 'Empty.' });
      await aLoad(db, { outcome: 'UNCHANGED' });
      const { extensions } = (await ask(db, query)).result;
      expect(extensions).toEqual({ data: { version, asOf: '2026-11-20', isSettled: expect.any(Boolean) as boolean } });
    },
  );
});

describe('what is read in one snapshot', () => {
  const held = { text: '(SELECT json_agg(weight) FROM holding)', values: [] };

  it('stays as it was when a load is committed in its midst', async () => {
    const { db } = database();
    const reader = new Reader(db);
    await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', lines: [{ security: 'EQUITY X', weight: '0.5' }] });
    const { first, second } = await reader.inOneSnapshot(async (read) => {
      const before = await read(held);
      await aSnapshot(db, { fund: 'IVV', observedOn: '2024-06-28', lines: [{ security: 'EQUITY X', weight: '0.25' }] });
      return { first: before, second: await read(held) };
    });
    expect(second).toEqual(first);
    expect(first.json).toBe('[0.5]');
    const after = await reader.read(held);
    expect(after.json).toBe('[0.5, 0.25]');
    expect(Number(after.version)).toBeGreaterThan(Number(first.version));
  });

  it('cannot be written', async () => {
    const write = { text: `to_json(nextval(pg_get_serial_sequence('load', 'id')))`, values: [] };
    const reader = new Reader(database().db);
    await expect(reader.inOneSnapshot((read) => read(write))).rejects.toThrow('cannot execute nextval() in a read-only transaction');
    expect((await reader.read({ text: 'to_json(1)', values: [] })).json).toBe('1');
  });
});
