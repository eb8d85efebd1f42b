import { ageOn } from '../ageOn';
import type { Quarter } from '../Facts';
import { mean, standardDeviation } from '../statistics/moments';
import { yearBefore } from './quarters';

/** Days that the eight quarters before one take, and some to spare. */
const EIGHT_QUARTERS = 750;

/**
 * Standardized unexpected earnings of the newest of some quarters, which are in the order of their ends: its earnings per share less
 * those of a year before, less the mean of the same difference in the eight quarters before it, over their standard deviation (n - 1).
 *
 * @returns undefined where one of the nine differences is not known, or all eight are alike.
 * @source Foster (1977), "Quarterly accounting data: time-series properties and predictive-ability results"; Bernard and
 *   Thomas (1989), "Post-earnings-announcement drift: delayed price response or risk premium?"
 */
export function unexpectedEarnings(quarters: readonly Quarter[]): number | undefined {
  const newest = quarters.at(-1);
  if (newest === undefined) return undefined;
  const nine = quarters.filter(({ observedOn }) => ageOn(newest.observedOn, observedOn) <= EIGHT_QUARTERS).slice(-9);
  const differences = nine.flatMap((quarter) => {
    const before = yearBefore(quarters, quarter);
    return quarter.eps === null || before === undefined || before.eps === null ? [] : [quarter.eps - before.eps];
  });
  if (differences.length < 9) return undefined;
  const [earlier, last] = [differences.slice(0, -1), differences.at(-1) ?? NaN];
  const spread = standardDeviation(earlier);
  return spread > ROUNDING ? (last - mean(earlier)) / spread : undefined;
}

/** What differences of equal cents may differ by as doubles. */
const ROUNDING = 1e-9;
