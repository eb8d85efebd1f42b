import type { DataSource } from 'typeorm';
import type { Decimal } from '../../../src/domain/decimal';
import { addDays, type IsoDate, isoDate } from '../../../src/domain/isoDate';
import { firstDayOf, monthOf } from '../../../src/domain/months';
import type { SeriesReport } from '../../../src/sources/SeriesReport';
import { Random } from '../../support/Random';
import { aVintage, loadSeries } from '../../store/load/inventedSeries';

interface Making {
  /** Days between periods, or that they are months or quarters. */
  readonly every: number | 'MONTH' | 'QUARTER';
  /** After how many days from the first of a period it is told. */
  readonly lag: number;
  readonly start: number;
  readonly drift: number;
  readonly spread: number;
  readonly decimals: number;
}

const MAKINGS: Readonly<Record<string, Making>> = {
  DFEDTARU: { every: 1, lag: 0, start: 5.5, drift: 0, spread: 0, decimals: 2 },
  DGS2: { every: 1, lag: 1, start: 4.5, drift: 0, spread: 0.05, decimals: 2 },
  DFF: { every: 1, lag: 1, start: 5.33, drift: 0, spread: 0, decimals: 2 },
  ICSA: { every: 7, lag: 5, start: 220_000, drift: 0, spread: 6_000, decimals: 0 },
  NFCI: { every: 7, lag: 5, start: -0.3, drift: 0, spread: 0.08, decimals: 3 },
  UNRATE: { every: 'MONTH', lag: 38, start: 4, drift: 0.01, spread: 0.1, decimals: 1 },
  PAYEMS: { every: 'MONTH', lag: 38, start: 157_000, drift: 150, spread: 90, decimals: 0 },
  CPILFESL: { every: 'MONTH', lag: 44, start: 310, drift: 0.7, spread: 0.4, decimals: 3 },
  PCEPILFE: { every: 'MONTH', lag: 60, start: 120, drift: 0.2, spread: 0.1, decimals: 3 },
  GDPC1: { every: 'QUARTER', lag: 120, start: 22_000, drift: 120, spread: 90, decimals: 3 },
};

export const CODES = Object.keys(MAKINGS);

const FROM = isoDate('2021-04-01');

/** A vintage each week, from the spring on. */
const VINTAGES: readonly IsoDate[] = Array.from({ length: 20 }, (_, i) => addDays(isoDate('2024-03-22'), 7 * i)).filter((day) => day <= '2024-07-31');

/** Loads every macro series that signals read, in weekly vintages, each of which revises the last three periods that there were. */
export async function loadAllSeries(db: DataSource): Promise<void> {
  for (const code of CODES) await loadSeries(db, [historyOf(code, new Random(3))]);
}

/** Loads another vintage of a series, which says something else of every period that is told by its day. */
export const loadLaterVintage = (db: DataSource, code: string, random: Random, knownOn: IsoDate) =>
  loadSeries(db, [aVintage(code, knownOn, Object.fromEntries(walkOf(code, random).filter(([period]) => isTold(code, period, knownOn))))], { on: knownOn });

const isTold = (code: string, period: IsoDate, on: IsoDate): boolean => addDays(period, MAKINGS[code]?.lag ?? 0) <= on;

/** What a series comes to by the end of July 2024, by period. */
function walkOf(code: string, random: Random): readonly (readonly [period: IsoDate, value: string])[] {
  const { every, start, drift, spread, decimals } = makingOf(code);
  let value = start;
  return periods(every).map((period) => {
    if (code === 'DFEDTARU' && random.chance(0.012)) value += random.pick([-0.75, -0.5, -0.25, -0.25, 0.25]);
    value += drift + (random.fraction() - 0.5) * 2 * spread;
    return [period, value.toFixed(decimals)] as const;
  });
}

function historyOf(code: string, random: Random): SeriesReport {
  const { spread, decimals } = makingOf(code);
  const values: { observedOn: IsoDate; value: Decimal; first: number; last: number }[] = [];
  for (const [observedOn, told] of walkOf(code, random)) {
    const since = VINTAGES.findIndex((day) => isTold(code, observedOn, day));
    if (since < 0) continue;
    const until = Math.min(since + 3, VINTAGES.length);
    if (since > 0 && until < VINTAGES.length) values.push({ observedOn, value: (Number(told) + (random.fraction() - 0.5) * spread).toFixed(decimals) as Decimal, first: since, last: until - 1 });
    values.push({ observedOn, value: told as Decimal, first: since > 0 && until < VINTAGES.length ? until : since, last: VINTAGES.length - 1 });
  }
  return { series: code, vintages: VINTAGES, values };
}

function makingOf(code: string): Making {
  const making = MAKINGS[code];
  if (making === undefined) throw new RangeError(`There is no series ${code}.`);
  return making;
}

function periods(every: Making['every']): readonly IsoDate[] {
  if (typeof every === 'number') return Array.from({ length: Math.floor(1_220 / every) }, (_, i) => addDays(FROM, 1 + i * every)).filter((day) => day <= '2024-07-31');
  const first = monthOf(FROM);
  const months = Array.from({ length: 40 }, (_, i) => (first + i));
  return months.filter((_, i) => every === 'MONTH' || i % 3 === 0).map(firstDayOf);
}
