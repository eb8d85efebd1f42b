/** By what members of a basket are weighted, the preferred first. */
export enum Weighting {
  CAP = 'CAP',
  SNAPSHOT = 'SNAPSHOT',
  EQUAL = 'EQUAL',
}

/** What is known of a member's size. */
export interface Size {
  /** In any currency, the same for all; null where it is not known. */
  readonly marketValue: number | null;
  /** In a snapshot of a fund that weights by market value, carried on by returns; null where it is not known. */
  readonly snapshotWeight: number | null;
}

/** How a sentence names each. */
export const WEIGHTED_BY: Readonly<Record<Weighting, string>> = {
  CAP: 'weighted by market value',
  SNAPSHOT: 'weighted as a fund of large caps held them',
  EQUAL: 'equally weighted',
};

/** The shares of members that sum to 1, in their order: by market value where that is known of all, else by a snapshot that has all of them, else equal. */
export function basketWeights(sizes: readonly Size[]): { readonly weighting: Weighting; readonly weights: readonly number[] } {
  const [values, held] = [sizes.map(({ marketValue }) => marketValue), sizes.map(({ snapshotWeight }) => snapshotWeight)];
  if (areAll(values)) return { weighting: Weighting.CAP, weights: shares(values) };
  if (areAll(held)) return { weighting: Weighting.SNAPSHOT, weights: shares(held) };
  return { weighting: Weighting.EQUAL, weights: sizes.map(() => 1 / sizes.length) };
}

const areAll = (sizes: readonly (number | null)[]): sizes is readonly number[] => sizes.every((size) => size !== null && size > 0);

function shares(sizes: readonly number[]): readonly number[] {
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sizes.map((size) => size / sum);
}
