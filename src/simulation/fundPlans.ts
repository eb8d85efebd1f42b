import { funds } from '../domain/funds';
import { CompanyClass } from './Company';
import type { CompanyWalk } from './CompanyWalk';
import { Random } from './Random';

/** A fund and how it chooses what it holds. */
export interface FundPlan {
  readonly symbol: string;
  readonly name: string;
  /** The source whose format its holdings are written in. */
  readonly source: 'ishares-holdings' | 'csv-holdings';
  /** Its assets on the first session, dollars, and what a share of it is worth then. */
  readonly assets: number;
  readonly nav: number;
  /** Share of its assets that it costs a year. */
  readonly cost: number;
  /** True if it also rebalances at the end of the year, not in June alone. */
  readonly isActive: boolean;
  /** Relative weights of what it is to hold, of those that trade. */
  readonly targets: (walks: readonly CompanyWalk[]) => ReadonlyMap<CompanyWalk, number>;
}

/** Of the small companies the largest are an index's. */
const INDEX_SHARE = 0.85;

const isSmall = ({ company }: CompanyWalk): boolean => company.class === CompanyClass.SMALL;

const byValue = (walks: readonly CompanyWalk[]): ReadonlyMap<CompanyWalk, number> => new Map(walks.map((walk) => [walk, walk.marketValue]));

/** A company that has come to be worth so many times the average of those that are not large is no small one either. */
const OUTGROWN = 5;

/** All companies by value: as many as began large are, whichever they have come to be; the others are small, but for those that outgrew them. */
function ranked(walks: readonly CompanyWalk[]): { readonly large: readonly CompanyWalk[]; readonly small: readonly CompanyWalk[] } {
  const inOrder = [...walks].sort((a, b) => b.marketValue - a.marketValue || a.company.ordinal - b.company.ordinal);
  const large = walks.filter(({ company }) => company.class !== CompanyClass.SMALL).length;
  const others = inOrder.slice(large);
  const most = (OUTGROWN * others.reduce((sum, { marketValue }) => sum + marketValue, 0)) / others.length;
  return { large: inOrder.slice(0, large), small: others.filter(({ marketValue }) => marketValue <= most) };
}

function russell2000(walks: readonly CompanyWalk[]): ReadonlyMap<CompanyWalk, number> {
  const { small } = ranked(walks);
  return byValue(small.slice(0, Math.ceil(small.length * INDEX_SHARE)));
}

const sp500 = (walks: readonly CompanyWalk[]): ReadonlyMap<CompanyWalk, number> => byValue(ranked(walks).large);

const nasdaq100 = (walks: readonly CompanyWalk[]): ReadonlyMap<CompanyWalk, number> =>
  byValue(ranked(walks).large.filter(({ company }) => company.exchange === 'Nasdaq' && company.sector.name !== 'Financials'));

/** Small companies that earn something are weighted up, the others down. */
const profitable = (walks: readonly CompanyWalk[]): ReadonlyMap<CompanyWalk, number> =>
  new Map(ranked(walks).small.map((walk) => [walk, walk.marketValue * (walk.company.earningsYield > 0 ? 1.4 : 0.35)]));

const known = (symbol: string, plan: Omit<FundPlan, 'symbol' | 'name'>): FundPlan => ({
  symbol,
  name: funds.find((fund) => fund.symbol === symbol)?.name ?? symbol,
  ...plan,
});

/** Real funds, in the order in which a market gets them. */
const PLANS: readonly FundPlan[] = [
  known('IWM', { source: 'ishares-holdings', assets: 2.4e10, nav: 120, cost: 0.0019, isActive: false, targets: russell2000 }),
  known('SPY', { source: 'csv-holdings', assets: 2.1e11, nav: 260, cost: 0.000945, isActive: false, targets: sp500 }),
  known('AVSC', { source: 'csv-holdings', assets: 9e8, nav: 40, cost: 0.0025, isActive: true, targets: profitable }),
  known('IVV', { source: 'csv-holdings', assets: 1.4e11, nav: 262, cost: 0.0003, isActive: false, targets: sp500 }),
  known('VTWO', { source: 'csv-holdings', assets: 1.3e9, nav: 48, cost: 0.0007, isActive: false, targets: russell2000 }),
  known('QQQ', { source: 'csv-holdings', assets: 6e10, nav: 150, cost: 0.002, isActive: false, targets: nasdaq100 }),
];

/** The first so many funds: those that there are, and invented ones beyond, each with half of the small companies. */
export function fundPlans(seed: number, count: number): readonly FundPlan[] {
  const invented = Array.from({ length: Math.max(0, count - PLANS.length) }, (_, i) => inventedFund(seed, i + 1));
  return [...PLANS.slice(0, count), ...invented];
}

function inventedFund(seed: number, number: number): FundPlan {
  const half = (walks: readonly CompanyWalk[]): ReadonlyMap<CompanyWalk, number> =>
    byValue(walks.filter((walk) => isSmall(walk) && new Random(seed, 'fund', number, walk.company.ordinal).chance(0.5)));
  const name = `SIMULATED SMALL CAP FUND ${number}`;
  return { symbol: `ZZF${number}`, name, source: 'csv-holdings', assets: 5e8, nav: 50, cost: 0.004, isActive: false, targets: half };
}
