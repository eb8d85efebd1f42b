import { CLOSE_STANDS } from '../../domain/closes';
import { addDays, type IsoDate } from '../../domain/isoDate';
import type { Close, ListingCloses } from '../Facts';

/** What came of holding a listing from the close of one day to that of another. */
export interface Held {
  readonly listing: string;
  /** Which of its closes they are. */
  readonly series: readonly string[];
  readonly from: Close;
  readonly to: Close;
  /** A fraction, dividends reinvested: 0.05 is 5 %. */
  readonly totalReturn: number;
}

/** @returns null where one of the ends has no close of its own or of the ten days before. After a delisting its last value stays. */
export function heldOver(closes: ListingCloses | null, from: IsoDate, to: IsoDate): Held | null {
  const [start, end] = [closes?.on(from) ?? null, closes?.on(to) ?? null];
  if (closes === null || start === null || end === null || start.value <= 0 || !stands(start, from)) return null;
  if (!stands(end, to) && !closes.isDelisted) return null;
  return { listing: closes.listing, series: closes.series, from: start, to: end, totalReturn: end.value / start.value - 1 };
}

const stands = ({ observedOn }: Close, day: IsoDate): boolean => observedOn === day || observedOn >= addDays(day, -CLOSE_STANDS);
