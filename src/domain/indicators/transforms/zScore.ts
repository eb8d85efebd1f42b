import type { Known } from './Known';
import { average } from './mean';
import { NotTold, ObservationFlag, type Told, notTold, told } from './Told';

/**
 * How many standard deviations (over n - 1) a value lies above the mean of the ten years up to it, itself among them: 120 months, 40
 * quarters, 520 weeks, and of days those that have a value in 3,640. Three quarters of them are enough, from the first one on.
 */
export function zScore(known: Known, period: number, value: number): Told {
  const { values, isEnough, isComplete } = known.stretch(period, known.spans.decade);
  if (!isEnough) return notTold(NotTold.INSUFFICIENT_HISTORY);
  if (values.every((one) => one === value)) return notTold(NotTold.NOT_DEFINED);
  const center = average(values);
  const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - center) ** 2, 0) / (values.length - 1));
  return told((value - center) / deviation, isComplete ? null : ObservationFlag.GAPS);
}
