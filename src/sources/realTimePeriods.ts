import type { Decimal } from '../domain/decimal';
import { type IsoDate, addDays } from '../domain/isoDate';
import type { SeriesReport, SeriesValue } from './SeriesReport';

/** A value, and the first and the last day on which a database had it so. */
export interface RealTimeValue {
  readonly observedOn: IsoDate;
  readonly value: Decimal | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The vintages that real-time periods tell: one for each day on which a value begins, and for the day after one on which a value ends, but
 * for the last day of all, which only bounds what was asked.
 */
export function vintagesIn(rows: readonly RealTimeValue[]): Pick<SeriesReport, 'vintages' | 'values'> {
  const end = rows.reduce((last, { to }) => (to > last ? to : last), rows[0]?.to ?? '');
  const days = new Set(rows.flatMap(({ from, to }) => (to < end ? [from, addDays(to, 1)] : [from])));
  const vintages = [...days].sort();
  const values = rows.map(({ observedOn, value, from, to }): SeriesValue => ({ observedOn, value, first: upTo(vintages, from), last: upTo(vintages, to) }));
  return { vintages, values };
}

/** Two rows of a period that hold on one day; null where there are none. */
export function overlapIn(rows: readonly RealTimeValue[]): readonly [RealTimeValue, RealTimeValue] | null {
  const sorted = [...rows].sort((a, b) => compare(a.observedOn, b.observedOn) || compare(a.from, b.from));
  for (const [i, row] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next !== undefined && next.observedOn === row.observedOn && next.from <= row.to) return [row, next];
  }
  return null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The place of the last of some sorted days that is not after `day`. */
function upTo(days: readonly IsoDate[], day: IsoDate): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
