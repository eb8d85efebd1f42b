import { ask, dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { aFund, aLoad, aSnapshot } from '../support/rows';

const database = useDatabase();

describe('one statement', () => {
  it('answers for one fund, and for a hundred with their holdings and the securities in them', async () => {
    const { db } = database();
    const symbols = Array.from({ length: 100 }, (_, i) => `F${String(i).padStart(2, '0')}`);
    for (const [i, symbol] of symbols.entries()) {
      await aFund(db, { symbol });
      const lines = [i % 7, i % 5].map((n, line) => ({ security: `EQUITY F${n}`, name: `Number ${n}`, weight: line === 0 ? '0.75' : '0.25' }));
      await aSnapshot(db, { fund: symbol, observedOn: '2024-06-28', lines });
    }
    const query = `query ($symbols: [String!]) { etfs(filter: { symbols: $symbols }) {
      nodes { symbol snapshot { age } holdings { nodes { weight security { name } } } } } }`;
    const held = (n: number, weight: number) => ({ weight, security: { name: `Number ${n}` } });
    for (const count of [1, 100]) {
      const asked = symbols.slice(0, count);
      const { result, statements } = await ask(db, query, { symbols: asked });
      const nodes = asked.map((symbol, i) => ({ symbol, snapshot: { age: 602 }, holdings: { nodes: [held(i % 7, 0.75), held(i % 5, 0.25)] } }));
      expect(result.data).toEqual({ etfs: { nodes } });
      expect(statements).toHaveLength(1);
    }
  });

  it('answers several root fields of several dates', async () => {
    const query = '{ a: etf(symbol: "IWM", asOf: "2024-01-02") { name } b: etf(symbol: "IVV", knowledge: PROVEN) { name } dataStatus { source } etfs { totalCount } }';
    expect((await ask(database().db, query)).statements).toHaveLength(1);
  });

  it('answers more than 50 fields of one object, and response keys longer than 63 letters', async () => {
    const keys = Array.from({ length: 120 }, (_, i) => `${'k'.repeat(70)}${i}`);
    const query = `{ etf(symbol: "IWM") { ${keys.map((key) => `${key}: symbol`).join(' ')} } }`;
    const { result, statements } = await ask(database().db, query);
    expect(result.data).toEqual({ etf: Object.fromEntries(keys.map((key) => [key, 'IWM'])) });
    expect(statements).toHaveLength(1);
  });

  it('is not needed for what is asked about the schema alone', async () => {
    const { result, statements } = await ask(database().db, '{ __type(name: "Missing") { kind } }');
    expect({ data: result.data, statements }).toEqual({ data: { __type: { kind: 'OBJECT' } }, statements: [] });
  });

  it('answers for the data beside what is asked about the schema, in the order asked', async () => {
    const query = `query ($name: String!) { a: etf(symbol: "IWM") { symbol } __schema { ...Root } b: etf(symbol: "IVV") { symbol } type: __type(name: $name) { name } __typename }
      fragment Root on __Schema { queryType { name } }`;
    const { result, statements } = await ask(database().db, query, { name: 'Etf' });
    const data = { a: { symbol: 'IWM' }, __schema: { queryType: { name: 'Query' } }, b: { symbol: 'IVV' }, type: { name: 'Etf' }, __typename: 'Query' };
    expect(JSON.stringify(result.data)).toBe(JSON.stringify(data));
    expect(statements).toHaveLength(1);
  });
});

describe('a response key', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may be %s, also where nothing is found', async (key) => {
    const { result } = await ask(database().db, `{ ${key}: etf(symbol: "NOPE") { name } other: etf(symbol: "IWM") { ${key}: symbol } }`);
    expect(JSON.stringify(result.data)).toBe(`{"${key}":null,"other":{"${key}":"IWM"}}`);
  });
});

describe('what is not there', () => {
  it('is null and NOT_FOUND at its path, where it was asked for by name', async () => {
    const { result } = await ask(database().db, '{ etf(symbol: "IWM") { name } lost: etf(symbol: "iwm") { name } security(symbol: "NOPE") { name } }');
    expect(result.data).toEqual({ etf: { name: 'iShares Russell 2000 ETF' }, lost: null, security: null });
    expect(result.errors?.map(({ message, path, extensions }) => ({ message, path, ...extensions }))).toEqual([
      { message: "There is no ETF 'iwm'. Close to it: IWM.", path: ['lost'], code: 'NOT_FOUND' },
      { message: "There is no security 'NOPE'.", path: ['security'], code: 'NOT_FOUND' },
    ]);
  });

  it('is null with a reason beside it, where it was not known yet', async () => {
    const { db } = database();
    await aFund(db, { symbol: 'LATE' });
    await aSnapshot(db, { fund: 'LATE', observedOn: '2024-06-28', knownOn: '2024-07-01', provenOn: '2024-08-01' });
    const late = (name: string, stand: string) => `${name}: etf(symbol: "LATE", ${stand}) { index { code } snapshot { positions } holdings { totalCount } missing { field reason } }`;
    const reason = 'NOT_KNOWN_YET';
    const missing = (...fields: readonly string[]) => fields.map((field) => ({ field, reason }));
    const always = ['valuation', 'netAssets', 'marketValue', 'expenseRatio'];
    const nothing = { index: null, snapshot: null, holdings: null, missing: missing('snapshot', 'holdings', 'exposure', 'concentration', ...always) };
    const all = { index: null, snapshot: { positions: 0 }, holdings: { totalCount: 0 }, missing: missing(...always) };
    const query = `{ ${late('before', 'asOf: "2024-06-30"')} ${late('unproven', 'asOf: "2024-07-31", knowledge: PROVEN')} ${late('after', 'asOf: "2024-07-01"')} }`;
    expect(await dataOf(db, query)).toEqual({ before: nothing, unproven: nothing, after: all });
  });

  it('is null for another reason, where the fund had not begun', async () => {
    const reasons = async (asOf: string) => {
      const { etf } = await dataOf<{ etf: { missing: readonly { field: string; reason: string }[] } }>(database().db, `{ etf(symbol: "IVV", asOf: "${asOf}") { missing { field reason } } }`);
      return etf.missing.filter(({ field }) => field === 'snapshot').map(({ reason }) => reason);
    };
    expect([await reasons('2000-05-14'), await reasons('2000-05-15')]).toEqual([['AS_OF_BEFORE_HISTORY'], ['NOT_KNOWN_YET']]);
  });
});

describe('dataStatus', () => {
  it('tells one row for each source, with its last run by the date, in the order of their bytes', async () => {
    const { db } = database();
    await aSnapshot(db, { fund: 'MAGS', observedOn: '2024-02-01', knownOn: '2024-02-02', source: 'b' });
    await aSnapshot(db, { fund: 'MAGS', observedOn: '2024-02-05', knownOn: '2024-02-06', source: 'b', isSimulated: true });
    await aLoad(db, { source: 'b', outcome: 'REFUSED', ranOn: '2024-02-08', reason: 'No file.' });
    await aLoad(db, { source: 'Z', outcome: 'UNCHANGED', ranOn: '2024-02-02' });
    const status = (asOf: string) => `dataStatus(asOf: "${asOf}") { source newestObservedOn newestKnownOn facts isSimulated lastOutcome lastReason lastRunAt isStale }`;
    const none = { newestObservedOn: null, newestKnownOn: null, facts: 0, isSimulated: false, lastReason: null, isStale: null };
    const quiet = { source: 'Z', ...none, lastOutcome: 'UNCHANGED', lastRunAt: '2024-02-02T12:00:00.000Z' };
    const b = { source: 'b', newestObservedOn: '2024-02-01', newestKnownOn: '2024-02-02', facts: 1, isSimulated: false, isStale: false };
    expect(await dataOf(db, `{ a: ${status('2024-02-02')} b: ${status('2024-02-12')} c: ${status('2024-02-13')} }`)).toEqual({
      a: [quiet, { ...b, lastOutcome: 'ADDED', lastReason: null, lastRunAt: '2024-02-02T12:00:00.000Z' }],
      ...Object.fromEntries(
        ['b', 'c'].map((key) => [
          key,
          [
            quiet,
            {
              ...{ ...b, newestObservedOn: '2024-02-05', newestKnownOn: '2024-02-06', facts: 2, isSimulated: true, isStale: key === 'c' },
              ...{ lastOutcome: 'REFUSED', lastReason: 'No file.', lastRunAt: '2024-02-08T12:00:00.000Z' },
            },
          ],
        ]),
      ),
    });
  });
});
