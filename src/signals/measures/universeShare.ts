import type { IsoDate } from '../../domain/isoDate';
import type { BasketSeen, MarketValue, Member, SnapshotSeen } from '../Facts';
import type { WorthOn } from '../inputs/companies';

/** The share of the universe's weight of which market values must be known. */
const FLOOR = 0.6;

/** A company, and what it was worth on both days. */
interface Valued {
  readonly then: MarketValue;
  readonly now: MarketValue;
}

/** What a basket was of the market value of large caps, on two days and of the same companies on both. */
export interface UniverseShare {
  /** The holdings that say which companies these are. */
  readonly snapshot: SnapshotSeen;
  /** How many are valued, and their share of the weight in the snapshot. */
  readonly companies: number;
  readonly coverage: number;
  /** Fractions. */
  readonly early: number;
  readonly late: number;
  /** The inverse of the sum of squared shares of companies, on the later day. */
  readonly effectiveNumber: number;
  readonly members: readonly (Valued & { readonly member: Member })[];
}

/** @returns null where values are known of companies of under 60 % of the weight, or not of a member that is among them. */
export function universeShare(snapshot: SnapshotSeen, { members }: BasketSeen, worth: WorthOn, from: IsoDate, to: IsoDate): UniverseShare | null {
  const weights = new Map<string, number>();
  for (const { cik, weight } of snapshot.lines) if (cik !== null && weight > 0) weights.set(cik, (weights.get(cik) ?? 0) + weight);
  const valued = new Map(
    [...weights.keys()].flatMap((cik) => {
      const [then, now] = [worth(cik, from), worth(cik, to)];
      return typeof then === 'string' || typeof now === 'string' ? [] : [[cik, { then, now }] as const];
    }),
  );
  const coverage = sum([...valued.keys()].map((cik) => weights.get(cik) ?? 0)) / sum([...weights.values()]);
  const there = members.filter(({ cik }) => cik !== null && weights.has(cik));
  const found = there.flatMap((member) => {
    const own = valued.get(member.cik ?? '');
    return own === undefined ? [] : [{ member, ...own }];
  });
  if (!(coverage >= FLOOR) || found.length < there.length || found.length === 0) return null;
  const all = [...valued.values()];
  const [early, late] = [sum(all.map(({ then }) => then.value)), sum(all.map(({ now }) => now.value))];
  return {
    ...{ snapshot, companies: valued.size, coverage, members: found },
    early: sum(found.map(({ then }) => then.value)) / early,
    late: sum(found.map(({ now }) => now.value)) / late,
    effectiveNumber: late ** 2 / sum(all.map(({ now }) => now.value ** 2)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
