import type { DataSource } from 'typeorm';
import { Frequency } from '../../src/domain/indicators/Frequency';
import { type IsoDate, addDays, isoDate } from '../../src/domain/isoDate';
import { type Says, aHistory, aVintage, loadSeries } from '../store/load/inventedSeries';
import { Random } from './Random';

interface Invented {
  readonly code: string;
  readonly frequency: Frequency;
  /** Its first period. */
  readonly from: string;
  readonly start: number;
}

/** Of each frequency and kind one, and one that only a file names; long enough for what transforms take. */
const SERIES: readonly Invented[] = [
  { code: 'CPIAUCSL', frequency: Frequency.MONTHLY, from: '2013-01-01', start: 1_000 },
  { code: 'FEDFUNDS', frequency: Frequency.MONTHLY, from: '2021-01-01', start: 4 },
  { code: 'DRCRELEXFACBS', frequency: Frequency.QUARTERLY, from: '2013-01-01', start: 9 },
  { code: 'ICSA', frequency: Frequency.WEEKLY, from: '2023-03-04', start: 200 },
  { code: 'DGS2', frequency: Frequency.DAILY, from: '2024-03-01', start: 2 },
  { code: 'OWN1', frequency: Frequency.MONTHLY, from: '2023-01-01', start: 0 },
];

export const LONG_SERIES: readonly string[] = SERIES.map(({ code }) => code);

/** The days of the downloads; for earlier days the first is told by assumption. */
const KNOWN = ['2024-06-20', '2024-06-29', '2024-09-25', '2024-12-20', '2025-06-15'].map(isoDate);

/** What the economy did, in vintages that revise each other: one whole, a history in one file, an excerpt, and one that nobody dated. */
export async function fillLongSeries(db: DataSource): Promise<void> {
  const random = new Random(13);
  for (const series of SERIES) {
    const { code } = series;
    const [first, ...later] = KNOWN.map((knownOn) => ({ knownOn, says: sayingsBy(random, series, knownOn) }));
    if (first === undefined) throw new RangeError('There is no first day.');
    await loadSeries(db, [aVintage(code, first.knownOn, first.says)], { fileName: `${code}.json` });
    await loadSeries(db, [aHistory(code, later)], { fileName: `${code}-history.json` });
    const excerpt = Object.entries(sayingsBy(random, series, isoDate('2025-06-25'))).slice(-8);
    await loadSeries(db, [aVintage(code, '2025-06-25', Object.fromEntries(excerpt))], { fileName: `${code}-excerpt.json` });
    await loadSeries(db, [aVintage(code, null, sayingsBy(random, series, isoDate('2025-08-01')))], { fileName: `${code}-seen.json` });
  }
}

/** The periods that ended by a day; of some nobody took a survey, and a tenth is revised. */
function sayingsBy(random: Random, { code, frequency, from, start }: Invented, day: IsoDate): Says {
  const steady = new Random(code.length * 31 + start);
  let walk = start;
  return Object.fromEntries(
    periods(frequency, isoDate(from), addDays(day, -20)).flatMap((observedOn, n) => {
      walk = start > 1 ? walk * (0.97 + 0.062 * steady.fraction()) : walk + steady.fraction() - 0.5;
      const value = walk + (random.chance(0.1) ? random.fraction() / 10 : 0);
      const text = n % 19 === 7 ? null : value.toFixed(3);
      return n % 17 === 5 ? [] : [[observedOn, text]];
    }),
  );
}

function periods(frequency: Frequency, from: IsoDate, until: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= until; day = next(frequency, day)) days.push(day);
  return days;
}

function next(frequency: Frequency, day: IsoDate): IsoDate {
  const month = (count: number): IsoDate => isoDate(`${addDays(day, 31 * count).slice(0, 7)}-01`);
  switch (frequency) {
    case Frequency.DAILY:
      return addDays(day, new Date(day).getUTCDay() === 5 ? 3 : 1);
    case Frequency.WEEKLY:
      return addDays(day, 7);
    case Frequency.MONTHLY:
      return month(1);
    case Frequency.QUARTERLY:
      return month(3);
  }
}
