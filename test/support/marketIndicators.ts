import type { DataSource } from 'typeorm';
import { type IsoDate, addDays, isoDate } from '../../src/domain/isoDate';
import { type Says, aHistory, aVintage, loadSeries } from '../store/load/inventedSeries';
import { Random } from './Random';

/** Two of the catalog by months, one by quarters, one by weeks, that of the recessions, and one that only files name. */
export const SERIES = ['UNRATE', 'PAYEMS', 'GDPC1', 'NFCI', 'USREC', 'MY_OWN'] as const;

const monthsTo = (last: string, count: number, step = 1): readonly IsoDate[] =>
  Array.from({ length: count }, (_, i) => {
    const [year = 0, month = 1] = last.split('-').map(Number);
    const months = year * 12 + month - 1 - (count - 1 - i) * step;
    return isoDate(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`);
  });

const PERIODS: Readonly<Record<string, readonly IsoDate[]>> = {
  UNRATE: monthsTo('2024-11', 30),
  PAYEMS: monthsTo('2024-11', 20),
  GDPC1: monthsTo('2024-07', 9, 3),
  NFCI: Array.from({ length: 60 }, (_, i) => addDays(isoDate('2023-11-03'), 7 * i)),
  USREC: monthsTo('2024-11', 14),
  MY_OWN: monthsTo('2024-11', 5),
};

/** Fills in vintages: late ones, excerpts, an undated file, a history; values that are missing, and periods that are left out. */
export async function fillIndicators(db: DataSource): Promise<void> {
  const random = new Random(13);
  const [left] = PERIODS.UNRATE?.slice(-14) ?? [];
  for (const series of SERIES) {
    const periods = (PERIODS[series] ?? []).filter((period) => series !== 'UNRATE' || period !== left);
    const says = (from: number, to: number): Says => Object.fromEntries(periods.slice(from, to).map((period) => [period, valueOf(random, series)]));
    const all = periods.length;
    const known = (to: number, later: number): IsoDate => addDays(periods[to - 1] ?? isoDate('2024-01-01'), later);
    await loadSeries(db, [aVintage(series, known(all - 4, 45), says(0, all - 4))]);
    await loadSeries(db, [aVintage(series, known(all - 2, 45), says(all - 5, all - 2))]);
    await loadSeries(db, [aVintage(series, known(all, 130), says(0, all))]);
    await loadSeries(db, [aVintage(series, null, says(0, all))], { on: '2026-11-02' });
  }
  const growing = [6, 7, 8].map((count) => ({ knownOn: addDays(isoDate('2024-10-20'), 20 * (count - 6)), says: Object.fromEntries(monthsTo('2024-09', 6).slice(0, count).map((period) => [period, valueOf(random, '')])) }));
  await loadSeries(db, [aHistory('DGS10', growing)]);
}

const valueOf = (random: Random, series: string): string | null =>
  series === 'USREC' ? random.pick(['0', '0', '1']) : random.pick(['4.1', '4.1', '4.10', '-0.3', '158466', '0', '0.12345678901234567890123', null]);
