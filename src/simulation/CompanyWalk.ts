import { type Company, CompanyClass, Ending } from './Company';
import { TREND } from './climate';
import type { MarketPath } from './MarketPath';
import { Random } from './Random';

const ROOT = 0.06299407883487121;
const SESSIONS_A_YEAR = 252;

/** Sessions between two dividends, and between two changes of the count of shares. */
const QUARTER = 63;

/** What a buyer pays above the last price, and what is left of the price of a company that fails, over so many sessions. */
const PREMIUM = 0.22;
const DECLINE = { sessions: 60, daily: -0.035 };

/** Shares are split above such a price, and put together below. */
const SPLIT_ABOVE = 450;
const JOIN_BELOW = 1.2;

/** How much of what is new of a company shows in its profits. */
const FUNDAMENTAL_SHARE = 0.7;

/**
 * A company's way through the market, one session at a time: what a share is worth, how many there are, what is paid and
 * split. It holds no past, so that any number of companies walk side by side.
 */
export class CompanyWalk {
  /** Of one share as it was on the first session; a raw price is this over `factor`. */
  value: number;
  /** What a share would be worth without moods of the market: profits follow it. */
  fundamental: number;
  /** Shares of the first session's kind. */
  shares: number;
  /** Shares of today for one of the first session. */
  factor = 1;
  /** This session's split, new shares for one old; 1 without. */
  split = 1;
  /** This session's dividend, per share of today, dollars; 0 without. */
  dividend = 0;

  private readonly random: Random;
  private session: number;

  constructor(
    readonly company: Company,
    private readonly path: MarketPath,
  ) {
    this.random = new Random(path.options.seed, 'walk', company.ordinal);
    this.value = company.price;
    this.fundamental = company.price;
    this.shares = company.value / company.price;
    this.session = company.listed;
  }

  get price(): number {
    return cents(this.value / this.factor);
  }

  get marketValue(): number {
    return this.value * this.shares;
  }

  /** Goes on to a session after the first. */
  step(): void {
    this.session += 1;
    const own = this.company.volatility * ROOT * this.random.shock();
    const { market, size, mega } = this.path.at(this.session);
    const isSmall = this.company.class === CompanyClass.SMALL;
    const common = this.company.beta * market + (isSmall ? size : 0) + (this.company.class === CompanyClass.MEGA ? mega : 0);
    const total = Math.max(-0.6, common + own + this.endingReturn());

    this.fundamental *= Math.max(0.5, 1 + TREND / SESSIONS_A_YEAR + FUNDAMENTAL_SHARE * own);
    this.value *= 1 + total;
    this.split = this.splitToday();
    this.factor *= this.split;
    this.dividend = this.dividendToday();
    const left = 1 - (this.dividend * this.factor) / this.value;
    this.value *= left;
    this.fundamental *= left;
    if (this.session % QUARTER === this.company.ordinal % QUARTER) this.shares *= 1 + this.company.issuance / 4;
  }

  private endingReturn(): number {
    const before = this.company.delisted - this.session;
    if (this.company.ending === Ending.ACQUIRED) return before === 20 ? PREMIUM : 0;
    return this.company.ending === Ending.BANKRUPT && before < DECLINE.sessions ? DECLINE.daily : 0;
  }

  private splitToday(): number {
    if (this.session % 21 !== this.company.ordinal % 21) return 1;
    const price = this.value / this.factor;
    if (price > SPLIT_ABOVE && this.random.chance(0.3)) return this.random.pick([2, 3, 4, 10]);
    return price < JOIN_BELOW && this.random.chance(0.2) && this.company.ending === null ? 0.1 : 1;
  }

  /** Four times a year, rounded to a cent. */
  private dividendToday(): number {
    if (this.company.dividendYield === 0 || this.session % QUARTER !== (this.company.ordinal * 7) % QUARTER) return 0;
    return cents((this.company.dividendYield / 4) * (this.fundamental / this.factor));
  }
}

/** Rounded to a cent; a price is at least one. */
const cents = (dollars: number): number => Math.max(1, Math.round(dollars * 100)) / 100;
