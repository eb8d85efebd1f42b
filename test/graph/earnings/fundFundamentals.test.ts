import { isoDate } from '../../../src/domain/isoDate';
import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aYear } from '../../domain/earnings/companyFile';
import { loadCompany } from '../../store/load/companyFile';
import { aLine, aReport, decimal, load, noonOf } from '../../store/load/invented';
import { loadCloses } from '../../store/load/priceFile';

const database = useDatabase();

const TICKERS = ['AAAA', 'BBBB', 'CCCC', 'CCCD', 'DDDD'];
const CIKS: Readonly<Record<string, number>> = { AAAA: 1999001, BBBB: 1999002, CCCC: 1999003, CCCD: 1999003, DDDD: 1999004 };

/** By company: net income of the quarters of 2022 and 2023 over ten shares. */
const INCOMES: Readonly<Record<number, readonly [before: readonly number[], now: readonly number[]]>> = {
  1999001: [[1, 1, 1, 1], [1.5, 1.5, 1.5, 2]],
  1999002: [[-1, -1, -1, -1], [-2, -2, -2, -3]],
  1999003: [[4, 4, 4, 4], [3, 3, 3, 3]],
};

beforeAll(async () => {
  const { db } = database();
  const values: Readonly<Record<string, string>> = { AAAA: '30', BBBB: '20', CCCC: '10', CCCD: '15', DDDD: '25' };
  const lines = TICKERS.map((ticker) => aLine({ ticker, name: `INVENTED ${ticker} INC`, marketValue: decimal(values[ticker] ?? '0') }));
  await load(db, [aReport({ observedOn: isoDate('2024-03-01'), lines: [...lines, aLine({ ticker: 'USD', name: 'CASH', assetClass: 'CASH' as never, marketValue: decimal('100') })] })]);
  const list = Object.fromEntries(TICKERS.map((ticker, i) => [String(i), { cik_str: CIKS[ticker], ticker, title: `INVENTED ${ticker} INC` }]));
  await loadFile(db, { source: sourceByKey('edgar-tickers'), fileName: 'company_tickers.json', bytes: Buffer.from(JSON.stringify(list)), told: {}, now: noonOf('2026-11-02') });
  for (const [cik, [before, now]] of Object.entries(INCOMES)) {
    await loadCompany(db, cik.padStart(10, '0'), [...aYear(2022, { perShare: before }), ...aYear(2023, { perShare: now })]);
  }
  const days = (first: number, second: number) => ({ '2024-03-15': first, '2024-03-18': second });
  await loadCloses(db, 'AAAA', 'RAW', days(20, 20));
  await loadCloses(db, 'BBBB', 'RAW', days(500, 5));
  await loadCloses(db, 'CCCC', 'RAW', days(30, 30));
  await loadCloses(db, 'CCCD', 'RAW', days(31, 31));
});

const fundamentals = async (asOf: string): Promise<unknown> => {
  const figures = ['netIncomeGrowth', 'revenueGrowth', 'unprofitableWeight', 'priceEarnings', 'priceEarningsOfProfitable'].map((name) => `${name} { value coverage }`).join(' ');
  const { etf } = await dataOf<{ etf: { fundamentals: unknown } }>(database().db, `{ etf(symbol: "IWM", asOf: "${asOf}") { fundamentals { companies matchedCoverage ${figures} missing { field reason } } } }`);
  return etf.fundamentals;
};

describe("a fund's fundamentals", () => {
  it('are those of its companies, each once, with the weight of shares that they are known of', async () => {
    const growth = (20 - 10 + (-30 + 10) + (30 - 40)) / (10 + 10 + 40);
    expect(await fundamentals('2024-03-04')).toEqual({
      ...{ companies: 4, matchedCoverage: 1 },
      ...{ priceEarnings: { value: null, coverage: 0 }, priceEarningsOfProfitable: { value: null, coverage: 0 } },
      missing: ['priceEarnings', 'priceEarningsOfProfitable'].map((field) => ({ field, reason: 'INSUFFICIENT_COVERAGE' })),
      netIncomeGrowth: { value: expect.closeTo(growth, 12) as number, coverage: 0.75 },
      revenueGrowth: { value: expect.closeTo(growth, 12) as number, coverage: 0.75 },
      unprofitableWeight: { value: expect.closeTo(20 / 75, 12) as number, coverage: 0.75 },
    });
  });

  /** By hand: a company's part is its weight times its income of four quarters over its market value of ten shares. */
  const parts = (lossOver: number) => ({ gained: 30 * (65 / 200) + 25 * (120 / 300), lost: 20 * (90 / lossOver) });

  it('have a price over the earnings of all, losses counted, and over those of the profitable', async () => {
    const { gained, lost } = parts(5_000);
    expect(await fundamentals('2024-03-15')).toMatchObject({
      ...{ priceEarnings: { value: expect.closeTo(75 / (gained - lost), 10) as number, coverage: 0.75 }, missing: [] },
      priceEarningsOfProfitable: { value: expect.closeTo(55 / gained, 10) as number, coverage: 0.75 },
    });
  });

  it('have no multiple of all where together they lost money, nor any of closes that are ten days old', async () => {
    const { gained } = parts(50);
    expect(await fundamentals('2024-03-28')).toMatchObject({
      ...{ priceEarnings: { value: null, coverage: 0.75 }, priceEarningsOfProfitable: { value: expect.closeTo(55 / gained, 10) as number } },
      missing: [{ field: 'priceEarnings', reason: 'NO_EARNINGS' }],
    });
    expect(await fundamentals('2024-03-29')).toMatchObject({ priceEarnings: { value: null, coverage: 0 } });
  });

  it('are null without holdings, and have no value of what is known of under half of the weight', async () => {
    expect(await fundamentals('2024-03-01')).toBeNull();
    const stale = { value: null, coverage: 0 };
    expect(await fundamentals('2024-07-01')).toMatchObject({
      ...{ netIncomeGrowth: stale, revenueGrowth: stale, unprofitableWeight: stale },
      missing: ['netIncomeGrowth', 'revenueGrowth', 'unprofitableWeight', 'priceEarnings', 'priceEarningsOfProfitable'].map((field) => ({ field, reason: 'INSUFFICIENT_COVERAGE' })),
    });
  });
});
