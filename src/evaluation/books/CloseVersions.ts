import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { lastPlace } from './lastPlace';

/** Closes in all versions: lists of one length, by day; of one day that which answers first, where it is known. */
export interface CloseVersions {
  readonly observedOn: readonly IsoDate[];
  readonly readableOn: readonly IsoDate[];
  readonly close: readonly number[];
  readonly knownOn: readonly IsoDate[];
  readonly knownOnBasis: readonly KnownOnBasis[];
}

/** The place of the last close about a day not after `day`, nor before `from`, that was known on `asOf`; null for none. */
export function knownUpTo({ observedOn, readableOn }: CloseVersions, day: IsoDate, asOf: IsoDate, from = ''): number | null {
  for (let place = lastPlace(observedOn, day); place >= 0 && (observedOn[place] ?? '') >= from; place -= 1) {
    if ((readableOn[place] ?? '~') > asOf) continue;
    let best = place;
    for (let earlier = place - 1; observedOn[earlier] === observedOn[place]; earlier -= 1) if ((readableOn[earlier] ?? '~') <= asOf) best = earlier;
    return best;
  }
  return null;
}
