import type { Known } from './Known';
import { NotTold, type Told, notTold, told } from './Told';

/** The mean of the `length` periods up to one; none where one of them is lacking. */
export function mean(known: Known, period: number, length: number): Told {
  const { values, isComplete } = known.stretch(period, length);
  return isComplete ? told(average(values)) : notTold(NotTold.INSUFFICIENT_HISTORY);
}

/** @returns NaN for no numbers. */
export const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
