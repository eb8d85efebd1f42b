import type { IsoDate } from '../isoDate';
import type { KnownFact } from './KnownFact';
import { Measure } from './measures';

/** A split as a company's own filings show it. */
export interface Split {
  /** New shares for one old one: 4, or 0.1 for one new share for ten. */
  readonly ratio: number;
  /** The day on which the filing could be read that first reports on the new basis. */
  readonly shownOn: IsoDate;
}

/** A figure that a filing reports anew of a span of which it was known before, both on the basis that held before the filing. */
export interface Reported {
  readonly measure: Measure;
  readonly before: number;
  readonly after: number;
}

/** Ratios that shares are split by, and their inverses; 7 and 20 stand for Apple's and Alphabet's. */
const USUAL = [1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50].flatMap((ratio) => [ratio, 1 / ratio]);

/** What a rounded figure per share may differ by, in dollars. */
const CENT = 0.01;

/** How far a count of shares may be from the one before times the ratio: averages are restated a little for other reasons. */
const SHARES_WITHIN = 0.01;

/** An earnings-per-share figure this near to its own fraction tells nothing. */
const TELLING = 0.02;

/**
 * The ratio by which a filing shows its shares to have been split since: most of the figures per share and of the counts of
 * shares that it reports anew changed by it, and at least two did, or one where the filer itself declared the ratio.
 *
 * @param declared Ratios that the company has reported as such by then.
 * @returns undefined where nothing was split.
 */
export function splitShownBy(reported: readonly Reported[], declared: ReadonlySet<number>): number | undefined {
  let found: { readonly ratio: number; readonly agreeing: number } | undefined;
  for (const ratio of new Set([...declared, ...USUAL])) {
    const telling = reported.filter((one) => tells(one, ratio));
    const agreeing = telling.filter((one) => isSplitBy(one, ratio)).length;
    const needed = declared.has(ratio) ? 1 : 2;
    if (agreeing < needed || agreeing * 2 <= telling.length) continue;
    if (found === undefined || agreeing > found.agreeing) found = { ratio, agreeing };
  }
  return found?.ratio;
}

const tells = ({ measure, before }: Reported, ratio: number): boolean =>
  measure === Measure.SHARES_DILUTED ? before > 0 : Math.abs(before - before / ratio) > TELLING;

function isSplitBy({ measure, before, after }: Reported, ratio: number): boolean {
  if (measure === Measure.SHARES_DILUTED) return Math.abs(after / (before * ratio) - 1) <= SHARES_WITHIN;
  return isCarriedBy(before, after, ratio);
}

/** True if a figure per share is the one before, divided by the ratio of a split, but for a rounded cent. */
export const isCarriedBy = (before: number, after: number, ratio: number): boolean => Math.abs(after - before / ratio) <= CENT + 1e-9;

/** By what the figures per share of a fact are to be divided, to stand on the basis of all splits shown after it was filed. */
export const factorSince = ({ knownOn }: Pick<KnownFact, 'knownOn'>, splits: readonly Split[]): number =>
  splits.reduce((factor, { ratio, shownOn }) => (shownOn > knownOn ? factor * ratio : factor), 1);
