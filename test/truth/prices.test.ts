import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Adjustment, Closes } from '../../src/domain/closes';
import { isoDate } from '../../src/domain/isoDate';
import chart from '../../src/sources/definitions/yahoo-chart';
import { LoadOutcome } from '../../src/store/entities/Load';
import { loadFile } from '../../src/store/load/loadFile';
import type { LoadReport } from '../../src/store/load/LoadRequest';
import { closesOf, totalReturns } from '../../src/store/reads/prices';
import { namedListings } from '../../src/store/reads/listings';
import { rowsOf, standing } from '../store/reads/asking';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';
import { PRICE_FILES } from './priceFiles';

const NOW = new Date('2026-11-02T17:00:00Z');
const ASOF = '2026-11-20';

/** Counts, days and closes taken from the files with other tools. */
describeRealFiles('the real files of prices, loaded', () => {
  const database = useDatabase();
  const reports = new Map<string, LoadReport>();

  beforeAll(async () => {
    for (const { path, source, told } of PRICE_FILES) {
      reports.set(path, await loadFile(database().db, { source, fileName: basename(path), bytes: realFile(path), told, now: NOW }));
    }
  }, 120_000);

  it('are all there are but one, which is an error', () => {
    const folder = join(__dirname, '../../../shared/data/prices');
    const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(all).toHaveLength(PRICE_FILES.length + 1);
    expect(() => chart.read(realFile('prices/yahoo_chart/chart_INVALID.json'), {})).toThrow('Yahoo answered with an error, Not Found: No data found, symbol may be delisted');
  });

  it('are each added whole, but for what is told', () => {
    expect([...reports].filter(([, { outcome }]) => outcome !== LoadOutcome.ADDED)).toEqual([]);
    const told = [...reports].flatMap(([path, { leftOut }]) => leftOut.map(({ line, reason }) => [path.replace('prices/', ''), line, reason]));
    expect(told).toEqual([
      ['yahoo_chart/chart_AAPL.json', null, 'the session of 2026-06-11 had not ended when the answer was given'],
      ['yahoo_chart/chart_GSPC.json', null, 'the session of 2026-06-11 had not ended when the answer was given'],
      ['ohlcv/AVSC.csv', 10, 'nothing was traded on 158 days from 2022-07-13 on: flat bars without volume'],
      ['ohlcv/MAGS.csv', 3, 'nothing was traded on 124 days from 2023-04-12 on: flat bars without volume'],
      ['ohlcv/SPY.csv', 2, '2018-11-01 stands more than a quarter before the next day, a row by itself'],
    ]);
  });

  it.each(PRICE_FILES)('hold every row of $path that has a close', ({ path, source }) => {
    const report = reports.get(path);
    const lines = realFile(path).toString('utf8').trim().split(/\r?\n/).length - 1;
    const perRow = source === chart && !path.includes('GSPC') ? 2 : 1;
    const rows = source === chart ? 502 : lines;
    const flat = /on (\d+) days/.exec(report?.leftOut[0]?.reason ?? '')?.[1];
    const leftOut = report?.leftOut.length === 0 ? 0 : Number(flat ?? 1);
    expect([report?.rowsRead, report?.rowsAdded]).toEqual([rows, (rows - leftOut) * perRow]);
  });

  it('say what each is', async () => {
    const rows = await database().db.query<{ text: string }[]>(
      `SELECT source || ' ' || closes || ' ' || count(*) AS text FROM price_series GROUP BY source, closes ORDER BY source, closes`,
    );
    expect(rows.map(({ text }) => text)).toEqual([
      'close-csv RAW 1', 'close-csv TOTAL_RETURN 37', 'ohlcv-csv TOTAL_RETURN 5', 'stooq MIXED 3', 'yahoo-chart SPLIT_ADJUSTED 2', 'yahoo-chart TOTAL_RETURN 1',
    ]);
  });

  it('give no price of any share or fund, since none of their closes is raw', async () => {
    const symbols = ['AAPL', 'IWM', 'SPY', 'NVDA', 'GATX'];
    const read = closesOf(namedListings(symbols, isoDate(ASOF)), { adjust: Adjustment.NONE, from: null, to: null }, standing(ASOF));
    expect((await rowsOf<{ symbol: string; closes: string | null }>(database().db, read)).map(({ symbol, closes }) => [symbol, closes])).toEqual(symbols.map((symbol) => [symbol, null]));
  });

  it.each([
    ['IWM', '2024-09-10', '2024-12-10'],
    ['NVDA', '2024-06-07', '2024-06-10'],
    ['AAPL', '2020-08-28', '2020-08-31'],
    ['GATX', '1990-03-05', '2026-08-03'],
  ])('give the return of %s from %s to %s that its file has', async (symbol, from, to) => {
    const folder = symbol === 'GATX' ? 'close/iwm_top' : 'close';
    const closes = new Map(realFile(`prices/${folder}/${symbol}.csv`).toString('utf8').trim().split('\n').map((line) => line.split(',') as [string, string]));
    const [held] = await rowsOf<{ closes: string; total_return: number }>(database().db, totalReturns(namedListings([symbol], isoDate(ASOF)), from, to, standing(ASOF)));
    expect(held?.closes).toBe(Closes.TOTAL_RETURN);
    expect(held?.total_return).toBeCloseTo(Number(closes.get(to)) / Number(closes.get(from)) - 1, 9);
  });

  it('hold in their chunks what the rows say, to the last bit', async () => {
    const [compared] = await database().db.query<{ closes: number; differ: number }[]>(`
      SELECT count(*)::int AS closes, (count(*) FILTER (WHERE c.close::float8 IS DISTINCT FROM v.close))::int AS differ
      FROM close c FULL JOIN (SELECT k.series_id, v.* FROM close_chunk k CROSS JOIN LATERAL unnest(k.dates, k.closes) v(observed_on, close)) v
        ON v.series_id = c.series_id AND v.observed_on = c.observed_on`);
    const added = [...reports.values()].reduce((sum, { rowsAdded }) => sum + rowsAdded, 0);
    expect(compared).toEqual({ closes: added, differ: 0 });
  });

  it('add nothing when they are loaded again', async () => {
    for (const { path, source, told } of PRICE_FILES.filter((_, i) => i % 6 === 0)) {
      expect(await loadFile(database().db, { source, fileName: basename(path), bytes: realFile(path), told, now: NOW })).toMatchObject({ outcome: 'UNCHANGED' });
    }
  });
});
