import type { Company } from './Company';
import type { CompanyWalk } from './CompanyWalk';
import type { FundPlan } from './fundPlans';
import { Random } from './Random';

/** Shares of a fund that are made or taken back at once. */
const CREATION_UNIT = 50_000;

/** Of its assets, what a fund keeps in cash when it rebalances. */
const CASH_SHARE = 0.001;

/** One position of a fund, as it stands on a session. */
export interface Position {
  readonly walk: CompanyWalk;
  /** Whole shares of the day's kind. */
  readonly shares: number;
}

/** A fund's way: what it holds, what it is worth, and what goes in and out. It holds no past. */
export class FundWalk {
  /** Shares of the fund. */
  shares: number;
  /** What it paid this session per share, dollars; 0 without. */
  dividend = 0;
  private cash: number;
  private income = 0;
  private recent = 0;
  private assetsBefore = 0;
  /** Shares of each company's first session's kind. */
  private basket = new Map<CompanyWalk, number>();
  private readonly random: Random;

  constructor(
    readonly plan: FundPlan,
    seed: number,
    walks: readonly CompanyWalk[],
  ) {
    this.random = new Random(seed, 'flows', plan.symbol);
    this.shares = Math.round(plan.assets / plan.nav / CREATION_UNIT) * CREATION_UNIT;
    this.cash = plan.nav * this.shares;
    this.rebalance(walks);
  }

  get nav(): number {
    return this.assets / this.shares;
  }

  get assets(): number {
    let sum = this.cash;
    for (const [walk, shares] of this.basket) sum += shares * walk.value;
    return sum;
  }

  get cashHeld(): number {
    return this.cash;
  }

  positions(): readonly Position[] {
    return [...this.basket]
      .map(([walk, shares]) => ({ walk, shares: Math.max(1, Math.round(shares * walk.factor)) }))
      .sort((a, b) => b.shares * b.walk.price - a.shares * a.walk.price || a.walk.company.ordinal - b.walk.company.ordinal);
  }

  /** What a session brings once prices stand: dividends, the end of companies, costs, and money that comes or goes. */
  step(left: readonly Company[]): void {
    for (const [walk, shares] of this.basket) {
      if (walk.dividend > 0) this.income += shares * walk.factor * walk.dividend;
      if (left.length > 0 && left.includes(walk.company)) {
        this.cash += shares * walk.value;
        this.basket.delete(walk);
      }
    }
    const assets = this.assets;
    this.cash -= (this.plan.cost / 252) * assets;
    this.recent = 0.95 * this.recent + (this.assetsBefore === 0 ? 0 : assets / this.assetsBefore - 1);
    this.takeFlows();
    this.dividend = 0;
    this.assetsBefore = this.assets;
  }

  /** Pays out what companies paid it. */
  distribute(): void {
    this.dividend = Math.floor((this.income / this.shares) * 10_000) / 10_000;
    this.income = 0;
  }

  /** Buys for its cash more of what it holds. */
  reinvest(): void {
    const assets = this.assets;
    const wanted = assets * CASH_SHARE;
    if (this.cash > wanted * 0.2 && this.cash < assets * 0.004) return;
    const ratio = (assets - wanted) / (assets - this.cash);
    for (const [walk, shares] of this.basket) this.basket.set(walk, shares * ratio);
    this.cash = wanted;
  }

  /** Comes to hold what its plan says, of what trades. */
  rebalance(walks: readonly CompanyWalk[]): void {
    const assets = this.assets;
    const targets = this.plan.targets(walks);
    let total = 0;
    for (const weight of targets.values()) total += weight;
    const invested = assets * (1 - CASH_SHARE);
    this.basket = new Map([...targets].map(([walk, weight]) => [walk, (invested * weight) / total / walk.value]));
    this.cash = assets - invested;
  }

  /** Investors follow what went well, a little. All positions grow or shrink alike. */
  private takeFlows(): void {
    if (!this.random.chance(0.3)) return;
    const units = Math.round(this.shares / CREATION_UNIT);
    const share = 0.004 * this.random.normal() + 0.02 * this.recent + 0.0004;
    const change = Math.max(-Math.floor(units / 4), Math.round(units * share));
    const ratio = 1 + change / units;
    for (const [walk, shares] of this.basket) this.basket.set(walk, shares * ratio);
    this.cash *= ratio;
    this.income *= ratio;
    this.shares = (units + change) * CREATION_UNIT;
  }
}
