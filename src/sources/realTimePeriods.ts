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
  const dayAfter = new Map<IsoDate, IsoDate>();
  for (const { to } of rows) if (to < end && !dayAfter.has(to)) dayAfter.set(to, addDays(to, 1));
  const vintages = [...new Set([...rows.map(({ from }) => from), ...dayAfter.values()])].sort();
  const places = new Map(vintages.map((day, i) => [day, i]));
  const placeOf = (day: IsoDate | undefined): number => (day === undefined ? undefined : places.get(day)) ?? vintages.length;
  const values = rows.map(({ observedOn, value, from, to }): SeriesValue => ({ observedOn, value, first: placeOf(from), last: placeOf(dayAfter.get(to)) - 1 }));
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
