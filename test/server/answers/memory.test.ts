import { isoDate } from '../../../src/domain/isoDate';
import { MemoryStore } from '../../../src/server/answers/MemoryStore';
import { useDatabase } from '../../support/database';
import { aLoad, aSnapshot, aValuation } from '../../support/rows';
import { type TestServer, startTestServer } from '../startTestServer';
import { askThrough } from './askThrough';

const database = useDatabase();
const holdings = (asOf: string): string => `{ etf(symbol: "IWM", asOf: "${asOf}") { snapshot { positions } } }`;
const line = { security: 'EQUITY A', symbol: 'A', weight: '1' };

let server: TestServer;
beforeAll(async () => {
  await aSnapshot(database().db, { fund: 'IWM', observedOn: '2024-06-28', lines: [line] });
  server = await startTestServer(database().url, { ANSWER_CACHE_MB: '8', MAX_COST: '100000' });
});

const asked = async (query: string, variables: object = {}) => {
  const { headers, body } = await server.ask(query, variables);
  return { found: headers.get('x-cache'), ...body };
};
const foundOf = async (query: string, variables: object = {}) => (await asked(query, variables)).found;

describe('an answer that is kept', () => {
  it('is the one that was found, word for word, and says that it was kept', async () => {
    const first = await asked(holdings('2024-07-01'));
    expect([first.found, first.data]).toEqual(['MISS', { etf: { snapshot: { positions: 1 } } }]);
    expect(await asked(holdings('2024-07-01'))).toEqual({ ...first, found: 'HIT' });
  });

  it('has no data version where it describes the schema, kept or not', async () => {
    const first = await asked('{ __type(name: "Etf") { name } }');
    expect(first).toMatchObject({ found: 'MISS', extensions: { data: { version: null } } });
    expect(await asked('{ __type(name: "Etf") { name } }')).toEqual({ ...first, found: 'HIT' });
  });

  it('is that of these variables, in whatever order their fields come', async () => {
    const query = 'query ($filter: HoldingFilter) { etf(symbol: "IWM", asOf: "2024-07-01") { holdings(filter: $filter) { totalCount } } }';
    expect(await foundOf(query, { filter: { minWeight: 0.5, symbols: ['A'] } })).toBe('MISS');
    expect(await foundOf(query, { filter: { symbols: ['A'], minWeight: 0.5 } })).toBe('HIT');
    expect(await asked(query, { filter: { symbols: ['B'], minWeight: 0.5 } })).toMatchObject({ found: 'MISS', data: { etf: { holdings: { totalCount: 0 } } } });
    expect(await foundOf(query, { filter: { symbols: [['minWeight', 0.5]] } })).not.toBe('HIT');
  });

  it('is found anew after a load of what it was read from', async () => {
    await asked(holdings('2024-12-30'));
    await aSnapshot(database().db, { fund: 'IWM', observedOn: '2024-12-27', lines: [line, { ...line, security: 'EQUITY B' }] });
    expect(await asked(holdings('2024-12-30'))).toMatchObject({ found: 'MISS', data: { etf: { snapshot: { positions: 2 } } } });
  });

  it('holds over a load of something else, and then tells the newer data version', async () => {
    await asked('{ etf(symbol: "IWM", asOf: "2024-07-02") { snapshot { positions } } }');
    await aValuation(database().db, { fund: 'IWM', observedOn: '2024-07-01', nav: '1', sharesOutstanding: null });
    const version = await aLoad(database().db);
    expect(await asked('{ etf(symbol: "IWM", asOf: "2024-07-02") { snapshot { positions } } }')).toMatchObject({ found: 'HIT', extensions: { data: { version } } });
  });

  it.each([
    ['names what is not there', '{ etf(symbol: "NOPE", asOf: "2024-07-01") { name } }'],
    ['is refused', '{ etf(symbol: "IWM", asOf: "2999-01-01") { name } }'],
    ['is too complex', '{ etfs(first: 100) { nodes { holdings(first: 3000) { nodes { id weight } } } } }'],
  ])('is none where the question %s', async (_, query) => {
    const first = await asked(query);
    expect(first.errors).toHaveLength(1);
    expect(await asked(query)).toEqual(first);
    expect(first.found).toBe('MISS');
  });

  it('is found once, however many ask at once', async () => {
    const { ask, read } = askThrough(database().db, new MemoryStore(1_000_000));
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(holdings('2024-07-03'))));
    expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1);
    expect(read()).toBe(1);
  });

  it('holds on later days where it is about past ones, and else only on its own', async () => {
    const { ask } = askThrough(database().db, new MemoryStore(1_000_000));
    const foundOn = async (query: string, day: string) => (await ask(query, isoDate(day))).found;
    expect(await foundOn(holdings('2024-07-03'), '2024-07-10')).toBe('MISS');
    expect(await foundOn(holdings('2024-07-03'), '2024-07-11')).toBe('HIT');
    expect(await foundOn(holdings('2024-07-10'), '2024-07-10')).toBe('MISS');
    expect(await foundOn(holdings('2024-07-10'), '2024-07-11')).toBe('MISS');
    expect(await foundOn('{ etf(symbol: "IWM") { name } }', '2024-07-10')).toBe('MISS');
    expect(await foundOn('{ etf(symbol: "IWM") { name } }', '2024-07-10')).toBe('HIT');
    expect(await foundOn('{ etf(symbol: "IWM") { name } }', '2024-07-11')).toBe('MISS');
  });

  it('holds only while the market is as simulated, or as real, as it was, also where nothing was read', async () => {
    const { ask } = askThrough(database().db, new MemoryStore(1_000_000));
    const foundNow = async () => (await ask('{ __typename }')).found;
    expect([await foundNow(), await foundNow()]).toEqual(['MISS', 'HIT']);
    await database().db.query('DELETE FROM simulation');
    expect(await foundNow()).toBe('MISS');
  });

  it('makes room for others, and one that is too large is not kept', async () => {
    const { ask } = askThrough(database().db, new MemoryStore(4_000));
    for (let day = 10; day < 30; day += 1) await ask(holdings(`2024-07-${day}`));
    expect((await ask(holdings('2024-07-29'))).found).toBe('HIT');
    expect((await ask(holdings('2024-07-10'))).found).toBe('MISS');
    const large = '{ etfs(first: 100) { nodes { id symbol name issuer } } }';
    expect([(await ask(large)).found, (await ask(large)).found]).toEqual(['MISS', 'MISS']);
  });

  it('is not kept where nothing may be', async () => {
    const plain = await startTestServer(database().url, { ANSWER_CACHE_MB: '0' });
    for (let n = 0; n < 2; n += 1) expect((await plain.ask(holdings('2024-07-01'))).headers.get('x-cache')).toBe('BYPASS');
    await plain.close();
  });
});
