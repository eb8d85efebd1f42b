import { WEIGHTS_NO_VALUE } from '../../domain/assetClass';
import type { IsoDate } from '../../domain/isoDate';
import type { BasketSeen, Line, ListingCloses, Member, SnapshotSeen } from '../Facts';
import { type Held, heldOver } from './heldOver';
import { linesOfMember } from './largeCapSnapshot';

/** What a fund holds of a basket on a day, told from a snapshot of that day or some days before. */
export interface BasketShare {
  readonly snapshot: SnapshotSeen;
  /** A fraction of the fund. */
  readonly weight: number;
  /** The inverse of the sum of squared shares, by security. */
  readonly effectiveNumber: number;
  /** The fund itself from the snapshot to the day. */
  readonly fund: Held;
  /** The members that it holds, with their lines and what came of each since the snapshot. */
  readonly members: readonly { readonly member: Member; readonly lines: readonly Line[]; readonly held: Held }[];
}

/**
 * Weights are carried on from the snapshot: a member's by its own total return, all others together by what the fund returned without the members.
 * @returns null where the return of the fund, or of a member that it holds, is not known.
 */
export function basketShare(snapshot: SnapshotSeen, { members }: BasketSeen, closesOf: (listing: string) => ListingCloses | null, fundCloses: ListingCloses | null, on: IsoDate): BasketShare | null {
  const fund = heldOver(fundCloses, snapshot.observedOn, on);
  const there = members.map((member) => ({ member, lines: linesOfMember(snapshot, member) })).filter(({ lines }) => lines.length > 0);
  const held = there.flatMap((one) => {
    const own = heldOver(closesOf(one.member.listing), snapshot.observedOn, on);
    return own === null ? [] : [{ ...one, held: own }];
  });
  if (fund === null || held.length < there.length) return null;
  const growth = new Map(held.flatMap(({ lines, held: own }) => lines.map((line) => [line.line, 1 + own.totalReturn] as const)));
  const weights = snapshot.lines.map((line) => line.weight);
  const whole = sum(weights) * (1 + fund.totalReturn);
  const ofMembers = sum(snapshot.lines.map(({ line, weight }) => weight * (growth.get(line) ?? 0)));
  const ofOthers = sum(snapshot.lines.map(({ line, weight }) => (growth.has(line) ? 0 : weight)));
  const carried = snapshot.lines.map((line) => ({ ...line, weight: line.weight * (growth.get(line.line) ?? (whole - ofMembers) / ofOthers) }));
  return { snapshot, weight: ofMembers / whole, effectiveNumber: effectiveNumber(carried), fund, members: held };
}

/**
 * How many holdings of one size would be as concentrated: by security, over the lines of positive weight whose market value is what the fund has at stake.
 *
 * @source Herfindahl and Hirschman: the inverse of the sum of squared shares.
 */
function effectiveNumber(lines: readonly Line[]): number {
  const bySecurity = new Map<string, number>();
  for (const { security, assetClass, weight } of lines) {
    if (weight > 0 && !WEIGHTS_NO_VALUE.includes(assetClass)) bySecurity.set(security, (bySecurity.get(security) ?? 0) + weight);
  }
  const weights = [...bySecurity.values()];
  return sum(weights) ** 2 / sum(weights.map((weight) => weight * weight));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
