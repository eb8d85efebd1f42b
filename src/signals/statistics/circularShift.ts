/**
 * How often a statistic of two lists is as far from its center as it was found, when the one is shifted against the other: the
 * shifted pairs keep what each list has of trends and clusters, and lose what ties them. Its size is right where windows overlap,
 * and tests that assume independence reject too often.
 *
 * @param length Of both lists.
 * @param apart Shifts by fewer places than this, either way round, are left out: they are not independent of none.
 * @param statistic Of the lists with the first shifted so far round; null where it cannot be told.
 * @returns The share, from above 0 to 1; null where the statistic itself or every shift's cannot be told.
 * @source Edgington and Onghena (2007), "Randomization Tests", on shifts of a series in time as its permutations.
 */
export function shiftedShare(length: number, apart: number, statistic: (shift: number) => number | null, center: number): number | null {
  const found = statistic(0);
  if (found === null) return null;
  let [shifts, asFar] = [0, 0];
  for (let shift = Math.max(1, apart); shift <= length - Math.max(1, apart); shift += 1) {
    const shifted = statistic(shift);
    if (shifted === null) continue;
    shifts += 1;
    if (Math.abs(shifted - center) >= Math.abs(found - center) - ROUNDING) asFar += 1;
  }
  return shifts === 0 ? null : (asFar + 1) / (shifts + 1);
}

/** What sums of floats in another order may differ by. */
const ROUNDING = 1e-12;
