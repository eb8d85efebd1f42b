import { Closes } from '../../src/domain/closes';
import { isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { readingsOnDays } from '../../src/evaluation/readingsOnDays';
import type { Reading } from '../../src/signals/Reading';
import { signalByKey } from '../../src/signals/signals';
import { sourceByKey } from '../../src/sources/sources';
import type { Told } from '../../src/sources/tellable';
import { loadFile } from '../../src/store/load/loadFile';
import { Reader } from '../../src/store/Reader';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';
import { noonOf } from '../store/load/invented';

const SEVEN = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];

/** Expected numbers were computed from the same files with Python (pandas, statsmodels), without this project. */
describeRealFiles('signals of the real closes and holdings', () => {
  const database = useDatabase();

  const load = async (source: string, path: string, told: Told = {}): Promise<void> => {
    const fileName = path.split('/').at(-1) ?? path;
    expect(await loadFile(database().db, { source: sourceByKey(source), fileName, bytes: realFile(path), told, now: noonOf('2026-11-02') })).toMatchObject({ outcome: 'ADDED' });
  };

  beforeAll(async () => {
    for (const symbol of [...SEVEN, 'IWM', 'SPY']) await load('close-csv', `prices/close/${symbol}.csv`, { closes: Closes.TOTAL_RETURN, symbol });
    await load('ssga-holdings', 'holdings/ssga/holdings-daily-us-en-spy_2024-03.xlsx');
    await load('fredgraph', 'fred/resaved/DGS2.csv', { series: 'DGS2' });
    await database().db.query('ANALYZE');
  }, 120_000);

  const on = async (key: string, day: string): Promise<Reading> => {
    const reader = new Reader(database().db);
    const readings = await readingsOnDays((statement) => reader.read(statement), [signalByKey(key)], [isoDate(day)], Knowledge.ANY);
    return readings.get(isoDate(day))?.[0] as Reading;
  };

  it.each([
    ['2024-06-10', 'EQUAL', 15.306666531790317],
    ['2024-06-28', 'SNAPSHOT', 20.238212117368384],
    ['2024-09-10', 'SNAPSHOT', -5.15793771819792],
  ])('have on %s, weighted %s, the seven ahead of small caps by %d pp over 63 sessions', async (day, weighting, lead) => {
    const { value, details, isHindsight, knownOnBasis } = await on('mag7-relative-strength', day);
    expect(value).toBeCloseTo(lead, 6);
    expect({ details, isHindsight, knownOnBasis }).toEqual({ details: { weighting }, isHindsight: false, knownOnBasis: 'LAG_ASSUMED' });
  });

  it('tell of the seven before they were picked, as hindsight, once most of them were traded', async () => {
    expect(await on('mag7-relative-strength', '2012-12-31')).toMatchObject({ isHindsight: true, isPartial: false, value: expect.closeTo(-0.9401218925341928, 6) as number });
    expect(await on('mag7-relative-strength', '2009-12-31')).toMatchObject({ isHindsight: true, isPartial: true, missing: [{ input: 'META' }, { input: 'TSLA' }] });
    expect(await on('mag7-relative-strength', '2003-12-31')).toMatchObject({ value: null, missing: [{ input: 'mag7', reason: 'INSUFFICIENT_COVERAGE' }] });
  });

  it('have the seven weigh 32.1 % of the S&P 500 on 2024-06-20, 2.9 pp more than 63 sessions before', async () => {
    const { value, details } = await on('mag7-concentration', '2024-06-20');
    expect(value).toBeCloseTo(2.9028215796825907, 6);
    const { weight, effectiveNumber } = details as { readonly weight: number; readonly effectiveNumber: number };
    expect(weight).toBeCloseTo(0.3210208011880721, 8);
    expect(effectiveNumber).toBeCloseTo(49.60305288525456, 3);
  });

  it('say that they lack newer holdings where those of March 2024 are too old', async () => {
    expect((await on('mag7-concentration', '2024-09-10')).sentence).toBe('The weight of the Magnificent 7 in the S&P 500 cannot be told as of 2024-09-10: no holdings of IVV or SPY at most 100 days old were known.');
    expect((await on('mag7-concentration', '2024-04-10')).missing).toMatchObject([{ reason: 'INSUFFICIENT_HISTORY' }]);
  });

  it('have small caps lead by 0.7 pp over 63 sessions to 2024-09-10, and trail by 10.1 over 252', async () => {
    const { value, details, sentence } = await on('small-cap-leadership', '2024-09-10');
    expect(value).toBeCloseTo(0.6862779693231902, 9);
    expect((details as { readonly overYear: number }).overYear).toBeCloseTo(-10.083005488154907, 9);
    expect(sentence).toBe(
      'Small caps (IWM) returned +0.7 pp against large caps (SPY) over the 63 trading days to 2024-09-10, and -10.1 pp over 252; their line against large caps had its low of these on 2024-07-05, 46 sessions before.',
    );
  });

  it('have a beta to the two-year yield that cannot be told from none', async () => {
    const { value, details } = await on('rate-sensitivity', '2024-09-10');
    expect(value).toBeCloseTo(0.04292438164552004, 9);
    expect((details as { readonly standardError: number }).standardError).toBeCloseTo(1.7541919032726485, 9);
  });
});
