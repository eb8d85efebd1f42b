import { dayNumber, type IsoDate } from '../isoDate';
import { KnownOnBasis } from '../knowledge';

/** How many places a day has: those of the vintages known on it begin with this times the days since 1970. */
export const VINTAGES_A_DAY = 2 ** 32;

/** Of a day's places, those of vintages that were first seen on it; the ones that are dated stand before them. */
const SEEN = 2 ** 31;

/** Where a vintage stands among those of its series: the later answers. */
export interface Placed {
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
  /** Of two dated alike, that of the lower precedence answers. */
  readonly precedence: number;
  /** What the vintage says, as hexadecimal digits. */
  readonly digest: string;
  readonly loadId: string;
}

/**
 * By the day it is known, then by what does not depend on the order of loading: source and content. Of two that were first seen on one
 * day the later load is the newer. A whole number that a double holds.
 */
export function vintagePlace({ knownOn, knownOnBasis, precedence, digest, loadId }: Placed): number {
  const tie =
    knownOnBasis === KnownOnBasis.FIRST_SEEN
      ? SEEN + (Number(loadId) % SEEN)
      : (127 - Math.min(precedence, 127)) * 2 ** 24 + Number.parseInt(digest.slice(0, 6), 16);
  return dayNumber(knownOn) * VINTAGES_A_DAY + tie;
}
