import type { Known } from './Known';
import { NotTold, ObservationFlag, type Told, notTold, told } from './Told';

/** A series does not grow a millionfold between two periods: where it seems to, one of the two is next to nothing. */
export const MOST_GROWTH = 1e6;

/**
 * The growth from `back` periods before to a value, compounded to a year, as a fraction: 0.03 is 3 % a year. Where that period is
 * lacking the one before it stands in, and the exponent is that of the longer time: 12/13 instead of 12/12, 12/7 instead of 12/6.
 */
export function growth(known: Known, period: number, value: number, back: number): Told {
  const base = known.base(period, back);
  if (base === undefined) return notTold(NotTold.INSUFFICIENT_HISTORY);
  if (base.value <= 0 || value < 0 || value > base.value * MOST_GROWTH) return notTold(NotTold.NOT_DEFINED);
  return told((value / base.value) ** (known.spans.year / base.back) - 1, base.isEarlier ? ObservationFlag.BASE_EARLIER : null);
}
