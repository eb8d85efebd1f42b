import type { IsoDate } from '../../domain/isoDate';
import type { BasketSeen, ListingCloses, Member, SnapshotSeen } from '../Facts';
import type { WorthOn } from '../inputs/companies';
import { basketWeights, type Weighting } from './basketWeights';
import { carriedWeight, newestOf } from './largeCapSnapshot';

/** What is known of the members' sizes on a day: the values of `memberSizes`. */
export interface MemberSizes {
  readonly worth: WorthOn;
  readonly prices: (listing: string) => ListingCloses | null;
  readonly ivv: SnapshotSeen | null;
  readonly spy: SnapshotSeen | null;
}

/** A member and its share of the basket. */
export interface Weighted {
  readonly member: Member;
  /** From 0 to 1; those of all members sum to 1. */
  readonly share: number;
}

/** A basket's members with their weights on a day, and by what they are weighted. */
export function memberWeights({ members }: BasketSeen, day: IsoDate, { worth, prices, ivv, spy }: MemberSizes): { readonly weighting: Weighting; readonly members: readonly Weighted[] } {
  const values = members.map((member) => valueOf(member, day, worth));
  const snapshot = values.includes(null) ? newestOf([ivv, spy]) : null;
  const sizes = members.map((member, i) => ({
    marketValue: values[i] ?? null,
    snapshotWeight: snapshot === null ? null : carriedWeight(snapshot, member, prices(member.listing), day),
  }));
  const { weighting, weights } = basketWeights(sizes);
  return { weighting, members: members.map((member, i) => ({ member, share: weights[i] ?? NaN })) };
}

/** What a member was worth; null where that cannot be told. */
export function valueOf({ cik }: Member, day: IsoDate, worth: WorthOn): number | null {
  const found = cik === null ? null : worth(cik, day);
  return found === null || typeof found === 'string' ? null : found.value;
}
