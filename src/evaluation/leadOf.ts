import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { sessionBack } from '../domain/nyseCalendar';
import { listingOf } from '../domain/securityKey';
import { heldOver } from '../signals/measures/heldOver';
import { QUARTER_SESSIONS } from '../signals/measures/quarter';
import type { Lead } from '../signals/rotationPhase';
import type { Read } from '../store/Reader';
import { closes } from './books/closes';

/** Whose total return is held against whose, by tickers. */
export interface Pair {
  readonly small: string;
  readonly large: string;
}

/** As far as `small-cap-leadership` looks back: which closes answer goes by how much of it they tell. */
const REACH = 390;

/** What one ticker returned against another over 63 trading days, as known on a day: of IWM and SPY it is what `small-cap-leadership` reads. */
export async function leadOf(read: Read, { small, large }: Pair, asOf: IsoDate, knowledge: Knowledge): Promise<Lead> {
  const listings = [small, large].map((symbol) => listingOf(symbol, asOf));
  const { closes: closesOf } = (await closes.open(read, listings.map((listing) => ({ kind: 'closes', of: { listing }, days: REACH })), [asOf], knowledge))(asOf);
  const [from, to] = [sessionBack(asOf, QUARTER_SESSIONS), sessionBack(asOf, 0)];
  const [one, other] = listings.map((listing) => (from === undefined || to === undefined ? null : heldOver(closesOf(listing, REACH), from, to)));
  return { small, large, sessions: QUARTER_SESSIONS, lead: one == null || other == null ? null : 100 * (one.totalReturn - other.totalReturn) };
}
