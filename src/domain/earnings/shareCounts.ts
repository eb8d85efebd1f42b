import { grouped } from '../grouped';
import { addDays, type IsoDate } from '../isoDate';
import type { KnownFact } from './KnownFact';
import { measures } from './measures';
import { type Split, factorSince } from './splits';

/** From what a company's shares are counted. */
export enum ShareCountBasis {
  COVER_PAGE = 'COVER_PAGE',
  BALANCE_SHEET = 'BALANCE_SHEET',
  DILUTED_AVERAGE = 'DILUTED_AVERAGE',
}

/** Days that the newest count may lag behind the newest of all, before a less preferred kind of count is taken. */
const STALE_AFTER = 200;

const [COVER_PAGE = '', BALANCE_SHEET = ''] = measures.SHARES_OUTSTANDING.concepts;
const [DILUTED_AVERAGE = ''] = measures.SHARES_DILUTED.concepts;

/** By their concepts, the preferred first. */
const bases: ReadonlyMap<string, ShareCountBasis> = new Map([
  [COVER_PAGE, ShareCountBasis.COVER_PAGE],
  [BALANCE_SHEET, ShareCountBasis.BALANCE_SHEET],
  [DILUTED_AVERAGE, ShareCountBasis.DILUTED_AVERAGE],
]);

/** The figure that tells how many shares a company has, from the day `knownOn` until the next one does. */
export interface ShareCount {
  readonly fact: KnownFact;
  readonly basis: ShareCountBasis;
  /** What the figure is multiplied by for splits that later filings showed. */
  readonly splitFactor: number;
  readonly knownOn: IsoDate;
}

/**
 * By what a company's shares were counted on each day: the cover page, else the balance sheet, else the newest diluted average, of which
 * the first counts that is not far older than the newest; over the splits that filings had shown by then.
 *
 * @param facts All figures there are of the company, in any order.
 * @param splits All that its filings show.
 * @returns In the order of their days.
 */
export function shareCounts(facts: readonly KnownFact[], splits: readonly Split[]): readonly ShareCount[] {
  const filed = grouped(facts.filter(({ concept }) => bases.has(concept)), ({ knownOn }) => knownOn);
  const newest = new Map<string, KnownFact>();
  const counts: ShareCount[] = [];
  for (const day of [...new Set([...filed.keys(), ...splits.map(({ shownOn }) => shownOn)])].sort()) {
    for (const fact of filed.get(day) ?? []) if (isNewer(fact, newest.get(fact.concept))) newest.set(fact.concept, fact);
    const preferred = preferredOf(newest);
    if (preferred === undefined) continue;
    const splitFactor = factorSince(preferred.fact, splits.filter(({ shownOn }) => shownOn <= day));
    const before = counts.at(-1);
    if (before?.fact === preferred.fact && before.splitFactor === splitFactor) continue;
    counts.push({ ...preferred, splitFactor, knownOn: day });
  }
  return counts;
}

/** Of several spans that end on one day the shortest is the newest quarter's; of several filings the last one counts. */
const isNewer = (fact: KnownFact, than: KnownFact | undefined): boolean => than === undefined || placeOf(fact) > placeOf(than);

const placeOf = ({ endOn, startOn, knownOn, accession, value }: KnownFact): string => [endOn, startOn ?? '', knownOn, accession, value].join(' ');

/** The first kind of count of which the newest is not far older than the newest of all. */
function preferredOf(newest: ReadonlyMap<string, KnownFact>): Pick<ShareCount, 'fact' | 'basis'> | undefined {
  const last = [...newest.values()].reduce((day, { endOn }) => (endOn > day ? endOn : day), '');
  if (last === '') return undefined;
  const oldest = addDays(last as IsoDate, -STALE_AFTER);
  for (const [concept, basis] of bases) {
    const fact = newest.get(concept);
    if (fact !== undefined && fact.endOn >= oldest) return { fact, basis };
  }
  return undefined;
}
