import type { IsoDate } from '../../domain/isoDate';
import type { BasketSeen, ListingCloses, Member, SnapshotSeen } from '../Facts';
import { type Weighting, basketWeights } from './basketWeights';
import { type Held, heldOver } from './heldOver';
import { carriedWeight, linesOfMember } from './largeCapSnapshot';

/** The share of a basket's members of which a return must be known to speak for it. */
const FLOOR = 0.6;

/** A member, what came of it, and its weight at the window's start. */
export interface MemberHeld extends Held {
  readonly member: Member;
  readonly weight: number;
}

/** What came of buying a basket's members at the close of one day and holding them to that of another: nothing is bought or sold between. */
export interface BasketHeld {
  readonly weighting: Weighting;
  readonly members: readonly MemberHeld[];
  /** Of how many there are a return is known; the others are left out. */
  readonly count: number;
  readonly totalReturn: number;
}

/** Of what weights are told. */
export interface Sizes {
  /** What a member was worth at the market on the first day; null where that is not known. */
  readonly marketValue: (member: Member) => number | null;
  /** A snapshot about the first day or some days before; null where there is none. */
  readonly snapshot: SnapshotSeen | null;
}

/** @returns null where returns of under 60 % of the members are known. */
export function basketReturn({ members }: BasketSeen, closesOf: (listing: string) => ListingCloses | null, from: IsoDate, to: IsoDate, { marketValue, snapshot }: Sizes): BasketHeld | null {
  const held = members.flatMap((member) => {
    const one = heldOver(closesOf(member.listing), from, to);
    return one === null ? [] : [{ member, ...one }];
  });
  if (held.length === 0 || held.length < FLOOR * members.length) return null;
  const sizes = held.map(({ member }) => ({
    marketValue: marketValue(member),
    snapshotWeight: snapshot === null ? null : carriedWeight(snapshot, member, closesOf(member.listing), from),
  }));
  const { weighting, weights } = basketWeights(sizes);
  const weighted = held.map((one, i) => ({ ...one, weight: weights[i] ?? NaN }));
  return { weighting, members: weighted, count: members.length, totalReturn: weighted.reduce((sum, { weight, totalReturn }) => sum + weight * totalReturn, 0) };
}

/** The lines that the weights of members are from. */
export const linesOfMembers = (snapshot: SnapshotSeen, members: readonly MemberHeld[]) => members.flatMap(({ member }) => linesOfMember(snapshot, member).map((line) => ({ member, line })));
