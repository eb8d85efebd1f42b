import type { CompanyFold } from './CompanyFold';
import { EarningsFlag, EarningsPeriod, type EarningsState, type Figure, FigureGround } from './EarningsState';
import { Figures, sumsTo } from './figures';
import { type FiscalQuarter, type FiscalYear, fiscalCalendar, fiscalYearLabel } from './fiscalCalendar';
import { Measure } from './measures';
import { dayOf } from '../isoDate';

/** The earnings of a company as its filings come in. */
export class EarningsKnown {
  private years = new Map<string, readonly EarningsState[]>();

  constructor(private readonly company: CompanyFold) {}

  /**
   * Those of every quarter, year and transition of which any figure is known. Of a year of which nothing came in since they were asked
   * for before, they are the same objects.
   */
  states(): readonly EarningsState[] {
    const { book, splits } = this.company;
    const figures = new Figures(book, splits);
    const offset = this.company.labelOffset();
    const touched = this.company.takeTouched();
    const years = new Map<string, readonly EarningsState[]>();
    for (const year of fiscalCalendar(this.company.spans())) {
      const key = JSON.stringify([year, offset, splits.length]);
      const isTouched = touched.some(({ start, end }) => start <= year.end + 30 && end >= year.start - 30);
      const known = isTouched ? undefined : this.years.get(key);
      years.set(key, known ?? statesOf(figures, year, fiscalYearLabel(year.end, offset)));
    }
    this.years = years;
    return [...years.values()].flat();
  }
}

function statesOf(figures: Figures, year: FiscalYear, label: number): readonly EarningsState[] {
  const quarters = year.quarters.map((quarter) => quarterState(figures, year, quarter, label));
  const states = year.kind === 'CLOSED' ? [...quarters, yearState(figures, year, label, quarters)] : quarters;
  return states.filter(({ eps, netIncome, revenue, shares }) => [eps, netIncome, revenue, shares].some((figure) => figure !== null));
}

function quarterState(figures: Figures, year: FiscalYear, { start, end, number }: FiscalQuarter, fiscalYear: number): EarningsState {
  const quarter = { start, end, number };
  const netIncome = figures.flow(Measure.NET_INCOME, year, quarter);
  const shares = figures.quarterShares(year, quarter);
  const perShare = figures.eps(start, end, figures.derivedEps(netIncome, shares));
  return {
    period: year.kind === 'TRANSITION' ? EarningsPeriod.TRANSITION : EarningsPeriod.QUARTER,
    ...{ startOn: dayOf(start), endOn: dayOf(end), fiscalYear, fiscalQuarter: number },
    ...{ ...perShare, netIncome, revenue: figures.flow(Measure.REVENUE, year, quarter), shares },
    flags: isUnlike(perShare, netIncome, shares) ? [EarningsFlag.EPS_UNLIKE_INCOME] : [],
  };
}

function yearState(figures: Figures, { start, end }: FiscalYear, fiscalYear: number, quarters: readonly EarningsState[]): EarningsState {
  const netIncome = figures.reportedFlow(Measure.NET_INCOME, start, end);
  const shares = figures.shares(start, end);
  const perShare = figures.eps(start, end, null);
  return {
    period: EarningsPeriod.YEAR,
    ...{ startOn: dayOf(start), endOn: dayOf(end), fiscalYear, fiscalQuarter: null },
    ...{ ...perShare, netIncome, revenue: figures.reportedFlow(Measure.REVENUE, start, end), shares },
    flags: [
      ...(isOtherThanSum(netIncome, quarters) ? [EarningsFlag.QUARTERS_DO_NOT_SUM] : []),
      ...(isUnlike(perShare, netIncome, shares) ? [EarningsFlag.EPS_UNLIKE_INCOME] : []),
    ],
  };
}

/** True if all four quarters are reported by themselves and do not sum to the year: a derived one would, by its making. */
function isOtherThanSum(netIncome: Figure | null, quarters: readonly EarningsState[]): boolean {
  const incomes = quarters.flatMap((quarter) => (quarter.netIncome?.ground === FigureGround.REPORTED ? [quarter.netIncome.value] : []));
  return netIncome !== null && incomes.length === 4 && !sumsTo(netIncome.value, incomes);
}

/** A figure per share so small that, being rounded to cents, it says little of the shares behind it. */
const LEAST_TELLING_EPS = 0.05;

function isUnlike({ eps, epsReported }: Pick<EarningsState, 'eps' | 'epsReported'>, netIncome: Figure | null, shares: Figure | null): boolean {
  if (eps === null || epsReported === null || netIncome === null || shares === null) return false;
  if (netIncome.ground !== FigureGround.REPORTED || shares.ground !== FigureGround.REPORTED) return false;
  const ratio = (Number(eps.value) * Number(shares.value)) / Number(netIncome.value);
  return Math.abs(Number(epsReported)) >= LEAST_TELLING_EPS && !(ratio >= 0.5 && ratio <= 2);
}
