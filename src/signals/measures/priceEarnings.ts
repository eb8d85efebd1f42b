import type { IsoDate } from '../../domain/isoDate';
import type { Member } from '../Facts';
import type { QuartersOf, WorthOn } from '../inputs/companies';
import { percentileOf } from '../statistics/percentile';
import { valueOf } from './memberWeights';
import { monthEnds } from './monthEnds';
import { trailingIncome } from './quarters';

/** The share of the members of which both value and income must be known on an earlier day. */
const ENOUGH = 0.6;

/** Ten years of month ends, and the five that there must be. */
export const MONTHS = 120;
export const FEWEST_MONTHS = 60;

/** How far back quarters must reach for the multiple of a day 63 sessions before against its ten years, in days. */
export const MULTIPLES_REACH = 10 * 366 + 110 + 31;

/** What several companies together were worth over what they earned. */
interface Multiple {
  readonly value: number;
  readonly income: number;
  /** Value over income; undefined where together they earned nothing. */
  readonly ratio: number | undefined;
}

/** The multiples of some members of a basket on any day up to the one at hand, by the income of the four quarters that was told by then. */
export class Multiples {
  private readonly told = new Map<IsoDate, Multiple | undefined>();

  constructor(
    private readonly members: readonly Member[],
    private readonly quartersOf: QuartersOf,
    private readonly worth: WorthOn,
  ) {}

  /** Of those members of which both are known; undefined where these are under 60 %. */
  on(day: IsoDate): Multiple | undefined {
    if (!this.told.has(day)) this.told.set(day, this.of(day));
    return this.told.get(day);
  }

  /** How a day's multiple stands among those of the month ends of ten years up to it, as a percentile; undefined where that has none, or there are fewer than 60. */
  standing(day: IsoDate): { readonly percentile: number; readonly months: number } | undefined {
    const ratio = this.on(day)?.ratio;
    const among = monthEnds(day, MONTHS).flatMap((end) => this.on(end)?.ratio ?? []);
    const percentile = ratio === undefined || among.length < FEWEST_MONTHS ? undefined : percentileOf(ratio, among);
    return percentile === undefined ? undefined : { percentile, months: among.length };
  }

  private of(day: IsoDate): Multiple | undefined {
    let [value, income, count] = [0, 0, 0];
    for (const member of this.members) {
      const worth = valueOf(member, day, this.worth);
      const earned = member.cik === null ? undefined : trailingIncome(this.quartersOf(member.cik), day);
      if (worth === null || earned === undefined) continue;
      value += worth;
      income += earned;
      count += 1;
    }
    return count === 0 || count < ENOUGH * this.members.length ? undefined : { value, income, ratio: income > 0 ? value / income : undefined };
  }
}
