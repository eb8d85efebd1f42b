import { InvalidInput } from '../../domain/errors';
import { type IsoDate, addDays } from '../../domain/isoDate';
import { KnownOnBasis } from '../../domain/knowledge';
import { nextSession } from '../../domain/nyseCalendar';
import type { UsualKnownOn } from '../../sources/defineSource';

/** When a report counts as known, on what ground, and since when that can be proven. */
export interface Known {
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
  readonly provenOn: IsoDate;
}

export interface Circumstances {
  /** What it is about, for people. */
  readonly about: string;
  readonly observedOn: IsoDate;
  readonly today: IsoDate;
  /** The day that the caller or the file says it could be read; null where neither does. */
  readonly claimed: IsoDate | null;
  /** Since when something else is known of the same from the same source. */
  readonly othersKnownOn: readonly IsoDate[];
  /** `MARKET_CLOSE`: on the day itself, when the market showed it. */
  readonly usual: UsualKnownOn | 'MARKET_CLOSE';
}

/**
 * A said day is a dated download. Without one, an issuer's file counts as known on the next session, by
 * assumption, unless other bytes are known to have stood there by then: so an original and its dated
 * correction may come in either order; so does what the market showed, on its own day and without assumption. All else is known
 * since we saw it.
 *
 * @throws {InvalidInput} for days that cannot be: about the future, or known before they happened.
 */
export function knownOn({ about, observedOn, today, claimed, othersKnownOn, usual }: Circumstances): Known {
  const refuse = (reason: string): never => {
    throw new InvalidInput(`${about} on ${observedOn}: ${reason}`);
  };
  if (observedOn > today) return refuse(`the day it is about lies after today, ${today}`);
  if (claimed !== null) {
    if (claimed < observedOn) return refuse(`it cannot have been known on ${claimed}, before the day it is about`);
    if (claimed > today) return refuse(`it cannot have been known on ${claimed}, which lies after today, ${today}`);
    return { knownOn: claimed, knownOnBasis: KnownOnBasis.VINTAGE, provenOn: claimed };
  }
  const seen = { knownOn: today, knownOnBasis: KnownOnBasis.FIRST_SEEN, provenOn: today };
  if (usual === 'FIRST_SEEN' || usual === 'FILED') return seen;
  if (usual === 'MARKET_CLOSE') {
    const shown = { knownOn: observedOn, knownOnBasis: KnownOnBasis.MARKET_CLOSE, provenOn: observedOn };
    return othersKnownOn.some((day) => day <= observedOn) ? seen : shown;
  }
  if (usual === 'OWN_DAY') return { knownOn: observedOn, knownOnBasis: KnownOnBasis.LAG_ASSUMED, provenOn: today };
  const assumed = usual === 'NEXT_SESSION' ? nextSession(observedOn) : addDays(observedOn, usual.daysAfter);
  if (assumed >= today || othersKnownOn.some((day) => day <= assumed)) return seen;
  return { knownOn: assumed, knownOnBasis: KnownOnBasis.LAG_ASSUMED, provenOn: today };
}

/**
 * The day that file or caller say it could be read; null where neither does.
 * @throws {InvalidInput} if they say different days.
 */
export function claimedDay(about: string, said: IsoDate | null, told: IsoDate | undefined): IsoDate | null {
  if (said !== null && told !== undefined && said !== told) {
    throw new InvalidInput(`${about}: the file says that it was known on ${said}, not on ${told} as was told`);
  }
  return told ?? said;
}
