import type { DataSource } from 'typeorm';
import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { Random } from '../support/Random';
import { type Says, aVintage, loadSeries } from '../store/load/inventedSeries';

/** How many days lie between the periods of a series, or that it is of months or quarters. */
const EVERY: Readonly<Record<string, number | 'MONTH' | 'QUARTER'>> = {
  DFEDTARU: 1, DGS2: 1, DFF: 1, ICSA: 7, NFCI: 7, UNRATE: 'MONTH', PAYEMS: 'MONTH', CPILFESL: 'MONTH', PCEPILFE: 'MONTH', GDPC1: 'QUARTER',
};

/** What each series moves about, and by how much from one period to the next. */
const WALKS: Readonly<Record<string, readonly [start: number, drift: number, spread: number, decimals: number]>> = {
  DFEDTARU: [5.5, 0, 0, 2], DGS2: [4.5, -0.002, 0.05, 2], DFF: [5.33, 0, 0, 2], ICSA: [220_000, 0, 6_000, 0], NFCI: [-0.3, 0, 0.08, 3],
  UNRATE: [4, 0.02, 0.15, 1], PAYEMS: [157_000, 150, 90, 0], CPILFESL: [310, 0.7, 0.4, 3], PCEPILFE: [120, 0.2, 0.1, 3], GDPC1: [22_000, 120, 90, 3],
};

/** Loads every series that soft landings are told from, each in several vintages, from 2021 on to the middle of 2024. */
export async function loadSignalSeries(db: DataSource, seed: number): Promise<void> {
  for (const code of Object.keys(EVERY)) await loadSeries(db, vintagesOf(code, new Random(seed)).map(([knownOn, says]) => aVintage(code, knownOn, says)));
}

/** Later vintages of the same, which say something else of every period. */
export async function loadLaterVintages(db: DataSource, knownOn: string): Promise<void> {
  for (const code of Object.keys(EVERY)) {
    const [, says] = vintagesOf(code, new Random(99)).at(-1) ?? [];
    await loadSeries(db, [aVintage(code, knownOn, says ?? {})]);
  }
}

const VINTAGES = ['2023-06-30', '2023-11-15', '2024-03-20', '2024-06-28'].map(isoDate);

/** A vintage is a walk that the next one goes on, and revises a little. */
function vintagesOf(code: string, random: Random): readonly (readonly [IsoDate, Says])[] {
  const [start, drift, spread, decimals] = WALKS[code] ?? [0, 0, 0, 0];
  const moves = new Map<IsoDate, number>();
  let value = start;
  for (const period of periodsOf(code, isoDate('2020-12-01'), isoDate('2024-06-01'))) {
    if (code === 'DFEDTARU' && random.chance(0.006)) value += random.pick([-0.75, -0.5, -0.25, -0.25, 0.25]);
    value += drift + (random.fraction() - 0.5) * 2 * spread;
    moves.set(period, value);
  }
  return VINTAGES.map((knownOn) => {
    const known = [...moves].filter(([period]) => period <= addDays(knownOn, -35) && !(code === 'UNRATE' && period === '2022-10-01'));
    const revised = known.map(([period, level]) => [period, (level + (random.fraction() - 0.5) * spread * 0.3).toFixed(decimals)] as const);
    return [knownOn, Object.fromEntries(code === 'DFEDTARU' ? known.map(([period, level]) => [period, level.toFixed(2)] as const) : revised)];
  });
}

function periodsOf(code: string, from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const every = EVERY[code] ?? 1;
  if (typeof every === 'number') return Array.from({ length: 1_270 / every }, (_, i) => addDays(from, 5 + i * every)).filter((day) => day <= to);
  const months = Array.from({ length: 44 }, (_, i) => isoDate(`${2020 + Math.floor((12 + i) / 12) - (i < 0 ? 1 : 0)}-${String(((12 + i) % 12) + 1).padStart(2, '0')}-01`));
  return months.filter((day) => day <= to && (every === 'MONTH' || ['01', '04', '07', '10'].includes(day.slice(5, 7))));
}
