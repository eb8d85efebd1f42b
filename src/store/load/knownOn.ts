import { InvalidInput } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
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
  readonly observedOn: IsoDate;
  readonly today: IsoDate;
  /** The day that the caller or the file says it could be read; null where neither does. */
  readonly claimed: IsoDate | null;
  /** True if other bytes for the same fund, day and source are there already. */
  readonly isCorrection: boolean;
  readonly usual: UsualKnownOn;
}

/**
 * A said day is a dated download. Without one a first file of an issuer counts as known on the next
 * session, by assumption; what comes later, or without any usual day, is known since we saw it.
 *
 * @throws {InvalidInput} for days that cannot be: about the future, or known before they happened.
 */
export function knownOn({ observedOn, today, claimed, isCorrection, usual }: Circumstances): Known {
  if (observedOn > today) throw new InvalidInput(`It is about ${observedOn}, which lies after today, ${today}.`);
  if (claimed !== null) {
    if (claimed < observedOn) throw new InvalidInput(`It cannot have been known on ${claimed}, before ${observedOn}, the day it is about.`);
    if (claimed > today) throw new InvalidInput(`It cannot have been known on ${claimed}, which lies after today, ${today}.`);
    return { knownOn: claimed, knownOnBasis: KnownOnBasis.VINTAGE, provenOn: claimed };
  }
  const seen = { knownOn: today, knownOnBasis: KnownOnBasis.FIRST_SEEN, provenOn: today };
  if (isCorrection || usual === 'FIRST_SEEN') return seen;
  const assumed = nextSession(observedOn);
  return assumed < today ? { knownOn: assumed, knownOnBasis: KnownOnBasis.LAG_ASSUMED, provenOn: today } : seen;
}
