import type { Known } from './Known';
import { NotTold, ObservationFlag, type Told, notTold, told } from './Told';

/**
 * How much a value lies above the one of `back` periods before, in the unit of the series. Where that is lacking, the period before it
 * stands in and the difference is brought down to the time it is asked for: over 2 months instead of 1 it is halved.
 */
export function difference(known: Known, period: number, value: number, back: number): Told {
  const base = known.base(period, back);
  if (base === undefined) return notTold(NotTold.INSUFFICIENT_HISTORY);
  return told(((value - base.value) * back) / base.back, base.isEarlier ? ObservationFlag.BASE_EARLIER : null);
}
