import type { IsoDate } from '../../domain/isoDate';
import { KnownOnBasis } from '../../domain/knowledge';
import type { Known } from './knownOn';

/** What a file says of one thing on one day, beside what the same source said of it before. */
export interface Saying<Version extends Known> {
  /** When it would count as known. */
  readonly known: Known;
  /** The day on which it is said to have been readable; null where nobody says. */
  readonly claimed: IsoDate | null;
  /** Whether the file's bytes were read before. */
  readonly isReadBefore: boolean;
  /** What is there, first known first. */
  readonly versions: readonly Version[];
  /** Whether a version says the same. */
  readonly isSame: (version: Version) => boolean;
}

/**
 * Whether it is a version of its own. Bytes that were read before add nothing, nor does what was known by then already;
 * unless it is now said to have been readable earlier than was proven, or an undated file tells what until now was known
 * only from a later day. Of what is there already the days are those it has.
 */
export function versionOfDay<Version extends Known>({ known, claimed, isReadBefore, versions, isSame }: Saying<Version>): Known & { readonly isNew: boolean } {
  const before = versions.filter((version) => claimed === null || version.knownOn <= claimed).at(-1);
  if (before === undefined) return { ...known, isNew: true };
  const addsNothing = claimed === null ? known.knownOnBasis === KnownOnBasis.FIRST_SEEN : before.provenOn <= claimed;
  const isThere = (claimed === null && isReadBefore) || (isSame(before) && addsNothing);
  if (!isThere) return { ...known, isNew: true };
  const { knownOn, knownOnBasis, provenOn } = before;
  return { knownOn, knownOnBasis, provenOn, isNew: false };
}

/** The things there are by day, each day's in the order given. */
export function byDay<Thing extends { readonly observedOn: IsoDate }>(things: readonly Thing[]): ReadonlyMap<IsoDate, readonly Thing[]> {
  const days = new Map<IsoDate, Thing[]>();
  for (const thing of things) {
    const day = days.get(thing.observedOn);
    if (day === undefined) days.set(thing.observedOn, [thing]);
    else day.push(thing);
  }
  return days;
}
