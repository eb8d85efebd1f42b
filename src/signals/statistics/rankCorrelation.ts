import { mean } from './moments';

/** Ranks from 1; those of equal numbers are their mean. */
export function midranks(numbers: readonly number[]): readonly number[] {
  const order = numbers.map((_, i) => i).sort((a, b) => (numbers[a] ?? NaN) - (numbers[b] ?? NaN));
  const ranks = new Array<number>(numbers.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && numbers[order[to + 1] ?? 0] === numbers[order[from] ?? 0]) to += 1;
    for (let i = from; i <= to; i += 1) ranks[order[i] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/**
 * Spearman's rank correlation of two lists of one length, with midranks: Pearson's of the ranks.
 * @returns null for fewer than two pairs, and where all of one list are equal.
 * @source Spearman (1904), "The proof and measurement of association between two things"
 */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number | null {
  return correlation(midranks(one), midranks(other));
}

/** Pearson's correlation of two lists of one length. @returns null for fewer than two pairs, and where all of one list are equal. */
export function correlation(one: readonly number[], other: readonly number[]): number | null {
  if (one.length < 2) return null;
  const [center, otherCenter] = [mean(one), mean(other)];
  let [together, spread, otherSpread] = [0, 0, 0];
  one.forEach((value, i) => {
    const [x, y] = [value - center, (other[i] ?? NaN) - otherCenter];
    together += x * y;
    spread += x * x;
    otherSpread += y * y;
  });
  return spread === 0 || otherSpread === 0 ? null : together / Math.sqrt(spread * otherSpread);
}
