import { basename } from 'node:path';
import { Closes } from '../../src/domain/closes';
import { isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { readingsOnDays } from '../../src/evaluation/readingsOnDays';
import { MissingReason } from '../../src/domain/MissingReason';
import type { Reading } from '../../src/signals/Reading';
import { signalByKey } from '../../src/signals/signals';
import { State } from '../../src/signals/State';
import { sourceByKey } from '../../src/sources/sources';
import type { Told } from '../../src/sources/tellable';
import { loadFile } from '../../src/store/load/loadFile';
import { Reader } from '../../src/store/Reader';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';

const database = useDatabase();
const now = new Date('2026-11-20T12:00:00Z');

async function load(source: string, path: string, told: Told = {}): Promise<void> {
  expect(await loadFile(database().db, { source: sourceByKey(source), fileName: basename(path), bytes: realFile(path), told, now })).toMatchObject({ outcome: 'ADDED' });
}

async function on(key: string, day: string): Promise<Reading> {
  const reader = new Reader(database().db);
  return (await readingsOnDays((statement) => reader.read(statement), [signalByKey(key)], [isoDate(day)], Knowledge.ANY)).get(isoDate(day))?.[0] as Reading;
}

/** A fourth quarter's earnings per share: the year's income less that of nine months, over four times the year's diluted shares less those of three quarters; all in millions, as filed. */
const fourth = (year: number, nineMonths: number, shares: number, ...quarters: readonly number[]): number => (year - nineMonths) / (4 * shares - quarters.reduce((sum, one) => sum + one, 0));

/** Apple's diluted earnings per share from the quarter to March 2021 to that to March 2024, as filed; it files none of a fourth quarter. */
const APPLE = [
  ...[1.4, 1.3, fourth(94_680, 74_129, 16_864.919, 17_113.688, 16_929.157, 16_781.735)],
  ...[2.1, 1.52, 1.2, fourth(99_803, 79_082, 16_325.819, 16_519.291, 16_403.316, 16_262.203)],
  ...[1.88, 1.52, 1.26, fourth(96_995, 74_039, 15_812.547, 15_955.718, 15_847.05, 15_775.021)],
  ...[2.18, 1.53],
];

describeRealFiles('signals of companies on the real files', () => {
  beforeAll(async () => {
    await load('edgar-tickers', 'edgar/company_tickers_2026-07.json');
    for (const cik of ['0000320193', '0001045810', '0001652044']) await load('edgar-company-facts', `edgar/companyfacts/CIK${cik}.json`);
    for (const symbol of ['AAPL', 'AMZN', 'GOOG', 'MSFT', 'NVDA', 'TSLA']) await load('alphavantage-earnings', `earnings/alphavantage/${symbol}.csv`);
    for (const symbol of ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA']) await load('close-csv', `prices/close/${symbol}.csv`, { closes: Closes.TOTAL_RETURN });
    await load('ssga-holdings', 'holdings/ssga/holdings-daily-us-en-spy_2024-03.xlsx');
    await load('ishares-holdings', 'holdings/ishares/IWM_holdings_2025-05-13.csv');
    await database().db.query('ANALYZE');
  }, 120_000);

  it("have Apple's quarter to March 2024 a quarter of a standard deviation below what its past gave, by its filings", async () => {
    const differences = APPLE.slice(4).map((eps, i) => eps - (APPLE[i] ?? NaN));
    const [earlier, last] = [differences.slice(0, 8), differences[8] ?? NaN];
    const mean = earlier.reduce((sum, one) => sum + one, 0) / 8;
    const sue = (last - mean) / Math.sqrt(earlier.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 7);
    expect(sue).toBeCloseTo(-0.24, 2);

    const { terms, missing, score, details, knownOnBasis } = await on('mag7-earnings-surprise', '2024-05-15');
    expect(terms.find(({ key }) => key === 'AAPL SUE')?.value).toBeCloseTo(sue, 6);
    expect({ isScored: score !== null, details, knownOnBasis }).toMatchObject({ isScored: true, details: { weighting: 'SNAPSHOT' }, knownOnBasis: 'LAG_ASSUMED' });
    expect(terms.filter(({ score: own }) => own === null).map(({ key }) => key)).toEqual(['META']);
    expect(missing.map(({ text }) => text)).toEqual(['AMZN', 'META', 'MSFT', 'TSLA'].map((symbol) => `no earnings of ${symbol} were known`));
  });

  it('say what lacks: net income of members, prices as traded, earnings of small companies', async () => {
    const gap = await on('mag7-growth-gap', '2025-06-02');
    expect(gap).toMatchObject({ state: State.INSUFFICIENT_DATA, value: null, score: null });
    expect(gap.missing.map(({ reason, text }) => [reason, text])).toEqual([
      ['INSUFFICIENT_COVERAGE', "growth was known of members of 43 % of the basket's value, and it takes 60 %"],
      ['INSUFFICIENT_COVERAGE', "growth was known of 0 % of IWM's weight in shares of 2025-05-13, and it takes 50 %"],
      ...['AMZN', 'META', 'MSFT', 'TSLA'].map((symbol) => ['NOT_KNOWN_YET', `no earnings of ${symbol} were known`]),
    ]);
    const valuation = await on('mag7-valuation', '2025-06-02');
    expect(valuation.missing.filter(({ reason }) => reason === MissingReason.ADJUSTED_PRICE_ONLY).map(({ text }) => text)).toEqual(
      ['AAPL', 'GOOGL', 'NVDA'].map((symbol) => `only adjusted closes of ${symbol} were known, and none as it was traded`),
    );
    expect((await on('small-cap-earnings-acceleration', '2025-06-02')).sentence).toBe(
      "The acceleration of small companies' earnings cannot be told as of 2025-06-02: four quarters' net income was known for 0 % of IWM's weight in shares of 2025-05-13, and it takes 50 %.",
    );
  });
});
