import { ageOn } from '../ageOn';
import type { ListingCloses } from '../Facts';
import { MissingReason } from '../../domain/MissingReason';
import type { Input } from './Input';

/** How far back a signal looks at closes, and how old the newest may be; both in calendar days. */
interface Window {
  readonly days: number;
  readonly maxAge: number;
}

/** The closes of a listing, with dividends reinvested. */
export const closes = (listing: string, { days, maxAge }: Window): Input<ListingCloses> => ({
  need: { kind: 'closes', of: { listing }, days },
  name: listing,
  maxAge,
  read({ facts }) {
    const found = facts.closes(listing, days);
    const newest = found?.on(facts.asOf) ?? null;
    if (found === null || newest === null) return { lack: { input: listing, reason: MissingReason.NOT_KNOWN_YET, text: `no close of ${listing} over the ${days} days before was known` } };
    const age = ageOn(facts.asOf, newest.observedOn);
    if (age > maxAge) return { lack: { input: listing, reason: MissingReason.STALE, text: `the newest close of ${listing} is of ${newest.observedOn}, ${age} days before, and may be at most ${maxAge}` } };
    return { value: found };
  },
});

/** The closes of whichever member of a basket is asked for; null of one without any. */
export const closesOfMembers = (basket: string, days: number): Input<(listing: string) => ListingCloses | null> => ({
  need: { kind: 'closes', of: { basket }, days },
  name: `closes of ${basket}`,
  maxAge: null,
  read: ({ facts }) => ({ value: (listing) => facts.closes(listing, days) }),
});
