import { Frequency } from '../../domain/indicators/Frequency';
import { periodOf } from '../../domain/indicators/periods';
import { isRate } from '../../domain/indicators/units';
import { addDays, type IsoDate } from '../../domain/isoDate';
import { firstDayOf } from '../../domain/months';
import type { Observed } from '../Facts';
import { mean, standardDeviation } from '../statistics/moments';

/** What is to be expected of an indicator's next value by its own past alone, and by how much it usually misses that. */
export interface UsualSurprise {
  /** The period that comes next, dated as the series is. */
  readonly observedOn: IsoDate;
  readonly expected: number;
  /** The values a standard deviation above and below it. */
  readonly high: number;
  readonly low: number;
  /** Of how many changes. */
  readonly sample: number;
  readonly formula: string;
}

/** Calendar days of which changes are taken: three years, and the time to the value before. */
export const SURPRISE_DAYS = 1_200;
const YEARS = 3;
const FEWEST = 8;

/** Days between two meetings of the Fed, about: how far apart values of a policy rate are compared. */
const BETWEEN_MEETINGS = 45;

/**
 * By a random walk. What is told in points, or may be 0 or less, is expected to stay, and misses that by the root of the mean square of its changes; what grows is
 * expected to grow as in the mean, and misses that by the standard deviation of its growth (over n - 1), both of the last three years. Changes are from one period to the next;
 * of a daily policy rate over 45 days, as from meeting to meeting.
 * @param observed One vintage, the oldest first.
 * @returns null with fewer than 8 changes.
 */
export function usualSurprise(observed: readonly Observed[], { frequency, unit }: { readonly frequency: Frequency; readonly unit: string }): UsualSurprise | null {
  const newest = observed.at(-1);
  if (newest === undefined) return null;
  const from = addDays(newest.observedOn, -YEARS * 365 - 1);
  const pairs = (frequency === Frequency.DAILY ? apart(observed) : neighbours(observed, frequency)).filter(([, to]) => to.observedOn > from);
  if (pairs.length < FEWEST) return null;
  const observedOn = nextAfter(newest.observedOn, frequency);
  const sample = pairs.length;
  if (isRate(unit) || observed.some(({ value }) => value <= 0)) {
    const deviation = Math.sqrt(mean(pairs.map(([before, after]) => (after.value - before.value) ** 2)));
    return { observedOn, sample, expected: newest.value, high: newest.value + deviation, low: newest.value - deviation, formula: `no change, give or take the root mean square of the last ${sample} changes` };
  }
  const growth = pairs.map(([before, after]) => Math.log(after.value / before.value));
  const grown = (deviations: number): number => newest.value * Math.exp(mean(growth) + deviations * standardDeviation(growth));
  return { observedOn, sample, expected: grown(0), high: grown(1), low: grown(-1), formula: `the mean growth of the last ${sample} periods, give or take its standard deviation` };
}

type Pair = readonly [before: Observed, after: Observed];

const neighbours = (observed: readonly Observed[], frequency: Frequency): readonly Pair[] =>
  observed.flatMap((after, i): readonly Pair[] => {
    const before = observed[i - 1];
    return before === undefined || periodOf(after.observedOn, frequency) - periodOf(before.observedOn, frequency) !== 1 ? [] : [[before, after]];
  });

/** Values so many days apart, back from the newest. */
function apart(observed: readonly Observed[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let after = observed.at(-1); after !== undefined; ) {
    const start = addDays(after.observedOn, -BETWEEN_MEETINGS);
    const before = observed.filter(({ observedOn }) => observedOn <= start).at(-1);
    if (before !== undefined) pairs.push([before, after]);
    after = before;
  }
  return pairs;
}

function nextAfter(observedOn: IsoDate, frequency: Frequency): IsoDate {
  const next = periodOf(observedOn, frequency) + 1;
  switch (frequency) {
    case Frequency.DAILY:
      return addDays(observedOn, 1);
    case Frequency.WEEKLY:
      return addDays(observedOn, 7);
    case Frequency.MONTHLY:
      return firstDayOf(next);
    case Frequency.QUARTERLY:
      return firstDayOf(next * 3);
  }
}
