import { type Decimal, difference, rounded } from '../decimal';
import { type EarningsState, type Figure, FigureGround } from './EarningsState';
import type { FactBook } from './FactBook';
import type { FiscalQuarter, FiscalYear } from './fiscalCalendar';
import { Measure } from './measures';
import { type Split, factorSince } from './splits';

/** Digits after the point of figures per share that are divided. */
const EPS_DIGITS = 6;

/** A figure per share so small that, being rounded to cents, it says little of the shares behind it. */
const LEAST_TELLING_EPS = 0.25;

/** What the figures of one company are, as far as its filings are known. */
export class Figures {
  constructor(
    private readonly book: FactBook,
    private readonly splits: readonly Split[],
  ) {}

  /** Net income or revenue of a quarter: as reported, else the sum from the year's beginning less the same a quarter before. */
  flow(measure: Measure.NET_INCOME | Measure.REVENUE, year: FiscalYear, quarter: FiscalQuarter): Figure | null {
    const reported = this.reportedFlow(measure, quarter.start, quarter.end);
    if (reported !== null) return reported;
    const whole = this.book.reported(measure, year.start, quarter.end);
    const part = this.book.reported(measure, year.start, quarter.start - 1);
    if (whole === undefined || part === undefined) return null;
    if (measure === Measure.NET_INCOME && whole.concept !== part.concept) return null;
    return { value: difference(whole.value, part.value), ground: FigureGround.DERIVED, facts: [whole, part] };
  }

  reportedFlow(measure: Measure, start: number, end: number): Figure | null {
    const fact = this.book.reported(measure, start, end);
    return fact === undefined ? null : { value: fact.value, ground: FigureGround.REPORTED, facts: [fact] };
  }

  /** Diluted earnings per share of a span: as reported, over the splits that were shown since; else what was derived. */
  eps(start: number, end: number, derived: Figure | null): Pick<EarningsState, 'eps' | 'epsReported' | 'splitFactor'> {
    const fact = this.book.reported(Measure.EPS_DILUTED, start, end);
    if (fact === undefined) return { eps: derived, epsReported: null, splitFactor: 1 };
    const splitFactor = factorSince(fact, this.splits);
    const value = splitFactor === 1 ? fact.value : rounded(Number(fact.value) / splitFactor, EPS_DIGITS);
    return { eps: { value, ground: FigureGround.REPORTED, facts: [fact] }, epsReported: fact.value, splitFactor };
  }

  /**
   * Diluted earnings per share of a quarter of which none are reported: its net income over its shares. Subtracting
   * the figures per share of longer periods would not do, since each is over its own average of shares.
   */
  derivedEps(netIncome: Figure | null, shares: Figure | null): Figure | null {
    if (netIncome === null || shares === null || shares.ground === FigureGround.REPORTED || Number(shares.value) <= 0) return null;
    const value = rounded(Number(netIncome.value) / Number(shares.value), EPS_DIGITS);
    return { value, ground: shares.ground, facts: [...netIncome.facts, ...shares.facts] };
  }

  /** Diluted shares over a span, on the basis of all splits shown; where none are reported, those that income and earnings per share imply. */
  shares(start: number, end: number): Figure | null {
    const fact = this.book.reported(Measure.SHARES_DILUTED, start, end);
    if (fact !== undefined) {
      const value = rounded(Number(fact.value) * factorSince(fact, this.splits), 0);
      return { value, ground: FigureGround.REPORTED, facts: [fact] };
    }
    const income = this.book.reported(Measure.NET_INCOME, start, end);
    const { eps, epsReported } = this.eps(start, end, null);
    if (income === undefined || eps === null || Math.abs(Number(epsReported)) < LEAST_TELLING_EPS) return null;
    const implied = Number(income.value) / Number(eps.value);
    return implied > 0 ? { value: rounded(implied, 0), ground: FigureGround.IMPLIED, facts: [income, ...eps.facts] } : null;
  }

  /** Diluted shares of a quarter: as reported, else told from longer spans, else as its own income and earnings per share imply. */
  quarterShares(year: FiscalYear, quarter: FiscalQuarter): Figure | null {
    const own = this.shares(quarter.start, quarter.end);
    return own?.ground === FigureGround.REPORTED ? own : (this.derivedShares(year, quarter) ?? own);
  }

  /**
   * The average from the year's beginning times its quarters, less what the quarters before had. Null where that is not between
   * half and twice the average itself: then something is amiss.
   */
  private derivedShares(year: FiscalYear, quarter: FiscalQuarter): Figure | null {
    if (quarter.number === null) return null;
    const before = year.quarters.filter(({ end }) => end < quarter.start);
    const average = this.shares(year.start, quarter.end);
    const others = before.flatMap(({ start, end }) => this.shares(start, end) ?? []);
    if (average === null || before.length !== quarter.number - 1 || others.length !== before.length) return null;

    const shares = others.reduce((left, { value }) => left - Number(value), quarter.number * Number(average.value));
    const ratio = shares / Number(average.value);
    const isImplied = [average, ...others].some(({ ground }) => ground === FigureGround.IMPLIED);
    const ground = isImplied ? FigureGround.IMPLIED : FigureGround.DERIVED;
    return ratio >= 0.5 && ratio <= 2 ? { value: rounded(shares, 0), ground, facts: [average, ...others].flatMap(({ facts }) => facts) } : null;
  }
}

/** The exact sum of net incomes is the year's. */
export const sumsTo = (total: Decimal, parts: readonly Decimal[]): boolean =>
  Number(parts.reduce((left, part) => difference(left, part), total)) === 0;
