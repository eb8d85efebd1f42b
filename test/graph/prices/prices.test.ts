import { type EventEmitter } from 'node:events';
import { addDays, isoDate } from '../../../src/domain/isoDate';
import { isSession } from '../../../src/domain/nyseCalendar';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aFund, aSnapshot } from '../../support/rows';
import { loadActions, loadCloses } from '../../store/load/priceFile';

const database = useDatabase();

const EIGHT = ['AAPL', 'MSFT', 'GOOGL', 'AMZN', 'NVDA', 'META', 'TSLA', 'IWM'];

/** As many sessions as are asked for, from 2005 on. */
function sessions(count: number): readonly string[] {
  const days: string[] = [];
  for (let day = isoDate('2005-01-03'); days.length < count; day = addDays(day, 1)) if (isSession(day)) days.push(day);
  return days;
}

beforeAll(async () => {
  const { db } = database();
  await aFund(db, { symbol: 'RAWF' });
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-03', lines: [{ security: 'EQUITY:NVDA', symbol: 'NVDA', weight: '1' }, { security: 'EQUITY:-:WARRANT', weight: '0' }] });
  await loadCloses(db, 'NVDA', 'RAW', { '2024-06-06': 1209.98, '2024-06-07': 1208.88, '2024-06-10': 121.79, '2024-06-11': 120.91, '2024-06-12': 125.2 });
  await loadActions(db, ['NVDA,SPLIT,2024-06-10,10,,', 'NVDA,DIVIDEND,2024-06-11,,0.01,']);
  await loadCloses(db, 'IWM', 'TOTAL_RETURN', { '2024-06-07': 200, '2024-06-10': 202 });
  await loadCloses(db, 'RAWF', 'RAW', { '2024-06-07': 50, '2024-06-10': 49 });
});

const values = 'series { dates values }';

describe('prices', () => {
  it('are a list by symbol in the order asked, each of one series, for one statement', async () => {
    const { result, statements } = await ask(database().db, `{ prices(symbols: ["RAWF", "NOPE", "NVDA", "RAWF"], from: "2024-06-07", to: "2024-06-10", adjust: SPLITS) {
      symbol adjust closes adjustedThrough knownOnBasis firstOn lastOn count ${values} source { fileName } missing { field reason }
    } }`);
    const none = { closes: null, adjustedThrough: null, knownOnBasis: null, firstOn: null, lastOn: null, count: 0, series: { dates: [], values: [] }, source: null };
    const some = { closes: 'RAW', adjustedThrough: null, knownOnBasis: 'MARKET_CLOSE', firstOn: '2024-06-07', lastOn: '2024-06-10', count: 2, source: { fileName: 'own.csv' }, missing: [] };
    const fund = { symbol: 'RAWF', adjust: 'SPLITS', ...some, series: { dates: ['2024-06-07', '2024-06-10'], values: [50, 49] } };
    expect(result).toEqual({
      data: {
        prices: [
          fund,
          { symbol: 'NOPE', adjust: 'SPLITS', ...none, missing: ['closes', 'knownOnBasis', 'firstOn', 'lastOn', 'last', 'source'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' })) },
          { symbol: 'NVDA', adjust: 'SPLITS', ...some, series: { dates: ['2024-06-07', '2024-06-10'], values: [120.888, 121.79] } },
          fund,
        ],
      },
      extensions: expect.anything() as unknown,
    });
    expect(statements).toHaveLength(1);
  });

  it('say what is close to a ticker that is nobody’s, and nothing of one that somebody bears', async () => {
    const { result, statements } = await ask(database().db, '{ prices(symbols: ["NVDQ", "NVDA", "IWMM", "QQQQQQ"], asOf: "2024-06-05") { symbol count similarSymbols } }');
    const none = { count: 0, similarSymbols: [] };
    expect(result.data).toEqual({ prices: [{ symbol: 'NVDQ', count: 0, similarSymbols: ['NVDA'] }, { symbol: 'NVDA', ...none }, { symbol: 'IWMM', count: 0, similarSymbols: ['IWM'] }, { symbol: 'QQQQQQ', ...none }] });
    expect(statements).toHaveLength(5);
  });

  it('are none where only adjusted closes are known, and say so', async () => {
    const { etf } = await dataOf<{ etf: unknown }>(database().db, `{ etf(symbol: "IWM") {
      prices { closes ${values} missing { field reason } }
      adjusted: prices(adjust: TOTAL_RETURN) { closes adjustedThrough knownOnBasis ${values} missing { field } }
      returns(from: "2024-06-07", to: "2024-06-10") { totalReturn closes isDelisted missing { field } }
    } }`);
    const reason = 'ADJUSTED_PRICE_ONLY';
    expect(etf).toEqual({
      prices: { closes: null, series: { dates: [], values: [] }, missing: ['closes', 'knownOnBasis', 'firstOn', 'lastOn', 'last', 'source'].map((field) => ({ field, reason })) },
      adjusted: { closes: 'TOTAL_RETURN', adjustedThrough: '2024-06-10', knownOnBasis: 'LAG_ASSUMED', series: { dates: ['2024-06-07', '2024-06-10'], values: [200, 202] }, missing: [] },
      returns: { totalReturn: 202 / 200 - 1, closes: 'TOTAL_RETURN', isDelisted: false, missing: [] },
    });
  });

  it('hold a fund against another by total return, over the days that both have', async () => {
    const answer = await dataOf<{ etf: unknown }>(database().db, `{ etf(symbol: "IWM") {
      relativeTo(other: "RAWF", from: "2024-06-06", by: TOTAL_RETURN) { firstOn lastOn count ownReturn otherReturn relativeReturn ratio { values } missing { field } }
      byNav: relativeTo(other: "RAWF", from: "2024-06-06") { count missing { reason } }
    } }`);
    const near = (number: number) => expect.closeTo(number, 12) as number;
    expect(answer.etf).toMatchObject({
      relativeTo: { firstOn: '2024-06-07', lastOn: '2024-06-10', count: 2, ownReturn: near(0.01), otherReturn: near(-0.02), relativeReturn: near(1.01 / 0.98 - 1), ratio: { values: [1, near(1.01 / 0.98)] }, missing: [] },
      byNav: { count: 0, missing: Array<unknown>(5).fill({ reason: 'NOT_KNOWN_YET' }) },
    });
  });

  it('of a security are those of its ticker, and stand below it with what happened to it', async () => {
    const question = (asOf: string) => `{ security(symbol: "NVDA", asOf: "${asOf}") {
      prices(from: "2024-06-07", adjust: SPLITS) { symbol ${values} }
      returns(from: "2024-06-07") { totalReturn fromOn toOn }
      corporateActions { kind observedOn ratio amount knownOnBasis source { fileName } }
    } }`;
    const split = { kind: 'SPLIT', observedOn: '2024-06-10', ratio: 10, amount: null, knownOnBasis: 'MARKET_CLOSE', source: { fileName: 'own.csv' } };
    expect(await dataOf(database().db, question('2024-06-07'))).toEqual({
      security: {
        prices: { symbol: 'NVDA', series: { dates: ['2024-06-07'], values: [1208.88] } },
        returns: { totalReturn: 0, fromOn: '2024-06-07', toOn: '2024-06-07' },
        corporateActions: [],
      },
    });
    expect(await dataOf(database().db, question('2024-06-11'))).toEqual({
      security: {
        prices: { symbol: 'NVDA', series: { dates: ['2024-06-07', '2024-06-10', '2024-06-11'], values: [120.888, 121.79, 120.91] } },
        returns: { totalReturn: expect.closeTo((121.79 / 120.888) * ((120.91 + 0.01) / 121.79) - 1, 12) as number, fromOn: '2024-06-07', toOn: '2024-06-11' },
        corporateActions: [{ ...split, kind: 'DIVIDEND', observedOn: '2024-06-11', ratio: null, amount: 0.01 }, split],
      },
    });
  });

  it('are refused for more than 100 symbols, or days in the wrong order', async () => {
    const codes = async (question: string) => ((await ask(database().db, question)).result.errors ?? []).map(({ extensions }) => extensions.code);
    expect(await codes(`{ prices(symbols: [${'"A",'.repeat(101)}]) { count } }`)).toEqual(['BAD_USER_INPUT']);
    expect(await codes('{ prices(symbols: ["A"], from: "2024-06-10", to: "2024-06-07") { count } }')).toEqual(['BAD_USER_INPUT']);
    expect(await codes('{ etf(symbol: "IWM") { returns(from: "2024-06-10", to: "2024-06-07") { totalReturn } } }')).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a panel of 8 symbols by 5,000 days', () => {
  const days = sessions(5_000);
  const closeOf = (symbol: number, day: number): number => Number((100 + symbol + day / 100).toFixed(2));

  beforeAll(async () => {
    const { db } = database();
    for (const [i, symbol] of EIGHT.entries()) {
      await loadCloses(db, `P${symbol}`, 'RAW', Object.fromEntries(days.map((day, n) => [day, closeOf(i, n)])));
    }
  }, 120_000);

  it('is one statement and one row on the wire, and every value of it is that of a row', async () => {
    const pool = (database().db.driver as unknown as { readonly master: EventEmitter }).master;
    let rows = 0;
    const counted = new Set<unknown>();
    pool.on('acquire', ({ connection }: { readonly connection: EventEmitter }) => {
      if (!counted.has(connection)) connection.on('dataRow', () => (rows += 1));
      counted.add(connection);
    });
    const question = 'query ($symbols: [String!]!) { prices(symbols: $symbols, from: "2005-01-01") { symbol series { dates values } } }';
    const { result, statements } = await ask(database().db, question, { symbols: EIGHT.map((symbol) => `P${symbol}`) });
    expect({ statements: statements.length, rows }).toEqual({ statements: 1, rows: 1 });
    pool.removeAllListeners('acquire');
    expect(result.data).toEqual({ prices: EIGHT.map((symbol, i) => ({ symbol: `P${symbol}`, series: { dates: days, values: days.map((_, n) => closeOf(i, n)) } })) });
  });

  it('gives the same values from rows and from chunks, as of every end of a year and day within one', async () => {
    const { db } = database();
    const panel = async (asOf: string, adjust: string) =>
      dataOf(db, `{ prices(symbols: ["PAAPL", "PMSFT", "NVDA"], adjust: ${adjust}, asOf: "${asOf}") { symbol ${values} } }`);
    await loadActions(db, ['PAAPL,SPLIT,2014-06-09,7,,', 'PAAPL,DIVIDEND,2015-02-05,,0.47,', 'PMSFT,DIVIDEND,2012-02-14,,0.2,']);
    const asked = ['2010-12-31', '2014-06-06', '2014-06-09', '2015-02-05', '2024-06-11', '2026-11-20'].flatMap((asOf) => ['NONE', 'SPLITS', 'TOTAL_RETURN'].map((adjust) => [asOf, adjust] as const));
    const fromChunks = [];
    for (const [asOf, adjust] of asked) fromChunks.push(await panel(asOf, adjust));
    // A chunk that is known only later than anybody asks for answers nothing: all comes from the rows.
    await db.query(`UPDATE close_chunk SET known_on = '9999-01-01', proven_on = '9999-01-01'`);
    for (const [i, [asOf, adjust]] of asked.entries()) expect({ asOf, adjust, ...(await panel(asOf, adjust)) }).toEqual({ asOf, adjust, ...fromChunks[i] });
  });
});
