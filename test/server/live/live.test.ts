import { useDatabase } from '../../support/database';
import { aLoad } from '../../support/rows';
import { loadCloses } from '../../store/load/priceFile';
import { type TestServer, startTestServer } from '../startTestServer';
import { until } from '../until';
import { overEvents, overSocket, socketTo } from './clients';

const transports = { WebSocket: overSocket, 'a stream of events': (address: string, query: string) => overEvents(address, query) };

describe.each(Object.entries(transports))('over %s', (_, subscribe) => {
  const database = useDatabase();
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer(database().url);
  });

  const version = async (): Promise<string> => {
    const { body } = await server.ask('{ etf(symbol: "IWM") { symbol } }');
    return body.extensions?.data.version ?? '';
  };
  const cursors = (told: readonly { readonly extensions?: { readonly cursor?: string } }[]): readonly (string | undefined)[] => told.map(({ extensions }) => extensions?.cursor);

  it('each load is told of when it can be asked for, with what was selected of it', async () => {
    const before = await version();
    const { first } = subscribe(server.address, `subscription { dataLoaded(after: "${before}") { __typename version source kinds rowsAdded loadedAs: source } }`);
    const load = await aLoad(database().db, { source: 'ishares-holdings', kinds: ['HOLDINGS'], rowsAdded: 7 });
    const [told] = await first(1);
    expect(told).toEqual({
      data: { dataLoaded: { __typename: 'DataLoaded', version: load, source: 'ishares-holdings', kinds: ['HOLDINGS'], rowsAdded: 7, loadedAs: 'ishares-holdings' } },
      extensions: { cursor: load, data: { version: load, asOf: expect.any(String) as string, isSettled: false } },
    });
    expect(await version()).toBe(load);
  });

  it('what came after a cursor is told first, then what comes; refused and unchanged loads never', async () => {
    const { db } = database();
    const before = await version();
    const one = await aLoad(db, { kinds: ['CLOSES'] });
    await aLoad(db, { outcome: 'REFUSED', reason: 'x' });
    await aLoad(db, { outcome: 'UNCHANGED' });
    const two = await aLoad(db, { kinds: ['CLOSES'] });
    const { first, told, end } = subscribe(server.address, `subscription { dataLoaded(after: "${before}") { version } }`);
    await first(2);
    const three = await aLoad(db, { kinds: ['CLOSES'] });
    expect(cursors(await first(3))).toEqual([one, two, three]);
    await end();
    const four = await aLoad(db, { kinds: ['CLOSES'] });
    const again = subscribe(server.address, `subscription { dataLoaded(after: "${told.at(-1)?.extensions?.cursor ?? ''}") { version } }`);
    expect(cursors(await again.first(1))).toEqual([four]);
  });

  it('loads of other kinds than those asked for are passed over', async () => {
    const { db } = database();
    const { first } = subscribe(server.address, `subscription { dataLoaded(kinds: [SERIES, CLOSES], after: "${await version()}") { version } }`);
    await aLoad(db, { kinds: ['HOLDINGS'] });
    const series = await aLoad(db, { kinds: ['HOLDINGS', 'SERIES'] });
    await aLoad(db, { kinds: [] });
    const closes = await aLoad(db, { kinds: ['CLOSES'] });
    expect(cursors(await first(2))).toEqual([series, closes]);
  });

  it('thousands of loads are told in order, each once', async () => {
    const { db } = database();
    const before = await version();
    const ids = await db.query<{ id: string }[]>(
      `INSERT INTO load (source, file_name, outcome, ran_on, ran_at, rows_read, rows_added, rows_unchanged, rows_refused)
       SELECT 'many', 'many', 'ADDED', '2026-01-01', '2026-01-01', 1, 1, 0, 0 FROM generate_series(1, 450) RETURNING id`,
    );
    const { first } = subscribe(server.address, `subscription { dataLoaded(after: "${before}") { version } }`);
    expect(cursors(await first(450))).toEqual(ids.map(({ id }) => id));
  });

  it('one that came through the loader says of what kinds it was', async () => {
    const { first } = subscribe(server.address, `subscription { dataLoaded(after: "${await version()}") { kinds rowsAdded } }`);
    await loadCloses(database().db, 'IWM', 'RAW', { '2024-06-27': 200, '2024-06-28': 201 });
    expect((await first(1))[0]?.data).toEqual({ dataLoaded: { kinds: ['CLOSES'], rowsAdded: 2 } });
  });

  const aliased = Array.from({ length: 31 }, (_one, n) => `a${n}: version`).join(' ');
  const doubled = Array.from({ length: 12 }, (_one, n) => `fragment f${n} on Subscription { ...f${n + 1} ...f${n + 1} }`).join(' ');
  const refused: readonly (readonly [string, string, string, string])[] = [
    ['of a cursor that is none', 'subscription { dataLoaded(after: "x") { version } }', 'BAD_USER_INPUT', `'after' is 'x': expected a cursor as an event has it, or a data version.`],
    ['of what has not been yet', 'subscription { dataLoaded(after: "999999") { version } }', 'BAD_USER_INPUT', `'after' is '999999', of what has not been yet`],
    ['of a field that there is not', 'subscription { dataLoaded { nothing } }', 'GRAPHQL_VALIDATION_FAILED', 'Cannot query field "nothing" on type "DataLoaded".'],
    ['of two fields', 'subscription { a: dataLoaded { version } b: dataLoaded { version } }', 'GRAPHQL_VALIDATION_FAILED', 'must select only one top level field'],
    ['that is not GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    ['of many aliases', `subscription { dataLoaded { ${aliased} } }`, 'GRAPHQL_VALIDATION_FAILED', 'more than 30 aliases'],
    ['of many tokens', `{ ${'a '.repeat(1_001)} }`, 'GRAPHQL_PARSE_FAILED', 'Document contains more that 1000 tokens'],
    ['of fragments that double', `subscription { ...f0 } ${doubled} fragment f12 on Subscription { dataLoaded { version } }`, 'GRAPHQL_VALIDATION_FAILED', 'more than 1000 selections'],
    ['of a page that is too large', '{ etfs(first: 1000) { nodes { symbol } } }', 'BAD_USER_INPUT', "'first' of etfs is 1000"],
  ];

  it.each(refused)('an operation %s is refused', async (_name, query, code, message) => {
    const { told, failure } = subscribe(server.address, query);
    await until(() => told.length, (count) => count > 0 || failure() !== undefined);
    const errors = told[0]?.errors ?? failure();
    expect(errors).toMatchObject([{ message: expect.stringContaining(message) as string, extensions: { code } }]);
  });

  it('a query is answered as over HTTP', async () => {
    const query = '{ etf(symbol: "IWM") { symbol name } }';
    const { first, isComplete } = subscribe(server.address, query);
    const [told] = await first(1);
    expect(told).toEqual((await server.ask(query)).body);
    await until(isComplete, (is) => is);
  });
});

describe('a subscription', () => {
  const database = useDatabase();

  it('is not answered over HTTP', async () => {
    const server = await startTestServer(database().url);
    const { status, body } = await server.ask('subscription { dataLoaded { version } }');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('may be one of at most 20 on a connection, and of as many as the server allows', async () => {
    const server = await startTestServer(database().url, { SUBSCRIPTIONS_AT_ONCE: '22' });
    const client = socketTo(server.address);
    const query = 'subscription { dataLoaded { version } }';
    const sessions = Array.from({ length: 21 }, () => overSocket(server.address, query, client));
    await until(() => sessions.filter(({ failure }) => failure() !== undefined).length, (count) => count === 1);
    expect(sessions.find(({ failure }) => failure() !== undefined)?.failure()).toMatchObject([{ extensions: { code: 'TOO_MANY_AT_ONCE' } }]);
    const others = [overEvents(server.address, query), overEvents(server.address, query), overEvents(server.address, query)];
    await until(() => others.flatMap(({ told }) => told).length, (count) => count === 1);
    expect(others.flatMap(({ told }) => told)[0]?.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_AT_ONCE' } }]);
    for (const { end } of sessions.slice(0, 5)) await end();
    const load = await aLoad(database().db);
    expect(await overEvents(server.address, 'subscription { dataLoaded(after: "0") { version } }').first(1)).toMatchObject([{ extensions: { cursor: load } }]);
  });

  it('goes on where a browser says that it was', async () => {
    const server = await startTestServer(database().url);
    const before = await aLoad(database().db);
    const after = await aLoad(database().db);
    const { first } = overEvents(server.address, 'subscription { dataLoaded(after: "0") { version } }', { 'last-event-id': before });
    expect((await first(1))[0]?.extensions?.cursor).toBe(after);
  });

  it('ends at once when the server stops', async () => {
    const server = await startTestServer(database().url);
    const sessions = [overSocket(server.address, 'subscription { dataLoaded { version } }'), overEvents(server.address, 'subscription { dataLoaded { version } }')];
    await server.ask('{ __typename }');
    await Promise.all(sessions.map(({ first }) => first(0)));
    await server.stop();
    await until(() => sessions.map(({ failure }) => failure() !== undefined), (ended) => ended.every((is) => is));
  });
});
