import type { IsoDate } from '../../domain/isoDate';

/** How many of ordered days are before `day`: the place of the first one that is not. */
export function firstPlace(days: readonly IsoDate[], day: IsoDate): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
