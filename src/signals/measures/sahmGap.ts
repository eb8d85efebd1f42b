import type { Observed } from '../Facts';
import { mean } from '../statistics/moments';
import type { Monthly } from './Monthly';

/** How far unemployment stands above its low of the year before, and the months that say so. */
export interface SahmGap {
  /** In percentage points, rounded to 0.01. */
  readonly gap: number;
  readonly current: readonly Observed[];
  readonly lowest: readonly Observed[];
}

/** Of the 12 months before, so many need a mean of three months. */
const FEWEST_MEANS = 9;

/**
 * The mean of unemployment over three months less the lowest such mean of the 12 months before, in the vintage at hand. Means that lack
 * a month are left out; the current one must be whole.
 *
 * @source Sahm (2019), "Direct Stimulus Payments to Individuals"; in real time as FRED's SAHMREALTIME.
 */
export function sahmGap(unemployment: Monthly, month: number): SahmGap | undefined {
  const current = unemployment.threeTo(month);
  const before = Array.from({ length: 12 }, (_, i) => unemployment.threeTo(month - 1 - i)).filter((three) => three !== undefined);
  if (current === undefined || before.length < FEWEST_MEANS) return undefined;
  const meanOf = (three: readonly Observed[]): number => mean(three.map(({ value }) => value));
  const lowest = before.reduce((low, three) => (meanOf(three) < meanOf(low) ? three : low));
  return { gap: Math.round((meanOf(current) - meanOf(lowest)) * 100) / 100, current, lowest };
}
