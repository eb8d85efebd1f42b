import { basename } from 'node:path';
import { sourceByKey } from '../../src/sources/sources';
import { loadFile } from '../../src/store/load/loadFile';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';

const database = useDatabase();

const now = new Date('2026-11-20T12:00:00Z');
const load = (source: string, path: string) => loadFile(database().db, { source: sourceByKey(source), fileName: basename(path), bytes: realFile(path), told: {}, now });

describeRealFiles("Alpha Vantage's files", () => {
  beforeAll(async () => {
    await load('edgar-tickers', 'edgar/company_tickers_2026-07.json');
    for (const symbol of ['AAPL', 'AMZN', 'GOOG', 'MSFT', 'NVDA', 'TSLA']) {
      expect(await load('alphavantage-earnings', `earnings/alphavantage/${symbol}.csv`)).toMatchObject({ outcome: 'ADDED', refusals: [] });
    }
    expect(await load('alphavantage-calendar', 'earnings/alphavantage/calendar_2025-11-07.json')).toMatchObject({ outcome: 'ADDED', rowsRead: 1074 });
    await load('edgar-company-facts', 'edgar/companyfacts/CIK0001045810.json');
  });

  type Estimate = Readonly<{ periodEnd: string; surprise: number | null; epsActual: number | null; epsEstimate: number | null; missing: readonly { field: string; reason: string }[] }>;

  const estimatesOf = async (symbol: string, asOf: string): Promise<readonly Estimate[]> => {
    const query = `{ company(symbol: "${symbol}", asOf: "${asOf}") { estimates { nodes { periodEnd epsActual epsEstimate surprise missing { field reason } } } } }`;
    return (await dataOf<{ company: { estimates: { nodes: readonly Estimate[] } } }>(database().db, query)).company.estimates.nodes;
  };

  it("give NVIDIA's quarter to April 2025 as street counts it, 3.2 % above what was expected, beside the filing's", async () => {
    const query = `{ company(symbol: "NVDA", asOf: "2025-06-01") { earnings(last: 1) { nodes { periodEnd epsDiluted surprise estimate { epsActual epsEstimate } } } } }`;
    expect(await dataOf(database().db, query)).toEqual({
      company: { earnings: { nodes: [{ periodEnd: '2025-04-27', epsDiluted: 0.76, surprise: expect.closeTo(3.2258, 4) as number, estimate: { epsActual: 0.96, epsEstimate: 0.93 } }] } },
    });
  });

  it("have the surprises that their own column says, but for those over next to nothing or beyond 90 %", async () => {
    const [counted, off]: [Record<string, number>, string[]] = [{}, []];
    for (const symbol of ['AAPL', 'AMZN', 'GOOG', 'MSFT', 'NVDA', 'TSLA']) {
      const text = realFile(`earnings/alphavantage/${symbol}.csv`).toString('utf8');
      const published = new Map(text.trim().split('\n').slice(1).map((line) => [line.split(',')[0], Number(line.split(',')[5])]));
      for (const { periodEnd, surprise, missing } of await estimatesOf(symbol, '2025-10-01')) {
        const reason = missing.find(({ field }) => field === 'surprise')?.reason ?? 'TOLD';
        counted[reason] = (counted[reason] ?? 0) + 1;
        if (surprise !== null && Math.abs(surprise - (published.get(periodEnd) ?? NaN)) > 0.0001) off.push(`${symbol} ${periodEnd}`);
      }
    }
    expect({ counted, off }).toEqual({ counted: { TOLD: 296, ESTIMATE_TOO_SMALL: 45, SPLIT_SUSPECTED: 17, NOT_REPORTED: 1 }, off: [] });
  });

  it("have no surprise of Alphabet's quarters whose split was restated on one side, nor of Tesla's first", async () => {
    const reasons = async (symbol: string, periods: readonly string[]) =>
      (await estimatesOf(symbol, '2025-10-01')).filter(({ periodEnd }) => periods.includes(periodEnd)).map(({ missing }) => missing.map(({ field, reason }) => `${field} ${reason}`));
    expect(await reasons('GOOG', ['2014-09-30', '2014-12-31', '2015-03-31'])).toEqual(Array(3).fill(['surprise SPLIT_SUSPECTED']));
    expect(await reasons('TSLA', ['2010-06-30'])).toEqual([['epsEstimate NOT_REPORTED', 'surprise NOT_REPORTED']]);
  });

  it('expect NVIDIA on 2025-11-19 as of 2025-11-07, Alphabet with both its tickers, and know nothing the day before', async () => {
    const next = async (symbol: string, asOf: string) =>
      (await dataOf<{ company: { nextReport: unknown } }>(database().db, `{ company(symbol: "${symbol}", asOf: "${asOf}") { nextReport { reportOn epsEstimate } } }`)).company.nextReport;
    expect(await next('NVDA', '2025-11-07')).toEqual({ reportOn: '2025-11-19', epsEstimate: 1.24 });
    expect(await next('NVDA', '2025-11-06')).toBeNull();
    type Data = { readonly earningsCalendar: { readonly totalCount: number; readonly nodes: readonly { readonly symbol: string }[] } };
    const { earningsCalendar } = await dataOf<Data>(database().db, '{ earningsCalendar(asOf: "2025-11-07", first: 1000) { totalCount nodes { symbol } } }');
    expect([earningsCalendar.totalCount, earningsCalendar.nodes[0]?.symbol]).toEqual([1074, 'ADNT']);
  });
});
