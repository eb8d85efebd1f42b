import { shiftedShare } from './statistics/circularShift';
import { correlation, midranks, rankCorrelation } from './statistics/rankCorrelation';

/** How a score's rank goes with that of what small caps did against large ones afterwards. */
export interface InformationCoefficient {
  /** In sessions. */
  readonly horizon: number;
  /** How many scores have a window that has closed. */
  readonly sample: number;
  /** The sample over the horizon: windows that do not overlap. */
  readonly effectiveSample: number;
  /** Spearman's rank correlation; null where it cannot be told. */
  readonly coefficient: number | null;
  /** That one as strong comes without any tie: by circular shifts of the scores. Null where there are too few. */
  readonly pValue: number | null;
  /** The same coefficient in the first and the second half of the sample. */
  readonly firstHalf: number | null;
  readonly secondHalf: number | null;
}

/**
 * @param pairs In the order of their days, `sessionsApart` sessions from one to the next: the score, and the relative return after it.
 */
export function informationCoefficient(
  pairs: readonly { readonly score: number; readonly relativeReturn: number }[],
  horizon: number,
  sessionsApart: number,
): InformationCoefficient {
  const scores = pairs.map(({ score }) => score);
  const returns = pairs.map(({ relativeReturn }) => relativeReturn);
  const half = pairs.length >> 1;
  const [scoreRanks, returnRanks] = [midranks(scores), midranks(returns)];
  const shifted = (shift: number): number | null => correlation(rotated(scoreRanks, shift), returnRanks);
  return {
    horizon,
    sample: pairs.length,
    effectiveSample: (pairs.length * sessionsApart) / horizon,
    coefficient: rankCorrelation(scores, returns),
    pValue: shiftedShare(pairs.length, Math.ceil(horizon / sessionsApart), shifted, 0),
    firstHalf: rankCorrelation(scores.slice(0, half), returns.slice(0, half)),
    secondHalf: rankCorrelation(scores.slice(half), returns.slice(half)),
  };
}

const rotated = (list: readonly number[], by: number): readonly number[] => [...list.slice(list.length - by), ...list.slice(0, list.length - by)];
