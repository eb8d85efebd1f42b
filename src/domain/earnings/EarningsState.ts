import type { Decimal } from '../decimal';
import type { IsoDate } from '../isoDate';
import type { KnownFact } from './KnownFact';

/** What a period of a company's earnings is. */
export enum EarningsPeriod {
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
  /** A quarter's length between two fiscal years of different beginnings. */
  TRANSITION = 'TRANSITION',
}

/** From what a figure of a period is told. */
export enum FigureGround {
  /** A filing reports it of just this period. */
  REPORTED = 'REPORTED',
  /** Told from longer periods: a fourth quarter is the year less nine months. */
  DERIVED = 'DERIVED',
  /** Derived over counts of shares that are not reported either, but follow from income and earnings per share. */
  IMPLIED = 'IMPLIED',
}

/** What is doubtful about a period's figures, by a stated rule. */
export enum EarningsFlag {
  /** The fourth quarter is reported by itself, and the four quarters' net incomes do not sum to the year's. */
  QUARTERS_DO_NOT_SUM = 'QUARTERS_DO_NOT_SUM',
  /** Earnings per share times diluted shares is less than half of net income, or more than twice as much, or of the other sign. */
  EPS_UNLIKE_INCOME = 'EPS_UNLIKE_INCOME',
}

/** One figure of a period, and the filings' figures that it is told from. */
export interface Figure {
  readonly value: Decimal;
  readonly ground: FigureGround;
  readonly facts: readonly KnownFact[];
}

/** The earnings of one period as they are known on a day. */
export interface EarningsState {
  readonly period: EarningsPeriod;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  /** The calendar year in which the fiscal year ends, or as the company counts them. */
  readonly fiscalYear: number;
  /** Null of a year and of a transition. */
  readonly fiscalQuarter: number | null;
  /** Diluted, on the basis of all splits shown by the day. */
  readonly eps: Figure | null;
  /** The same as the filing gives it; null where no filing does. */
  readonly epsReported: Decimal | null;
  /** What `epsReported` is divided by for splits that later filings showed: 1 where none did. */
  readonly splitFactor: number;
  readonly netIncome: Figure | null;
  readonly revenue: Figure | null;
  /** Weighted average of diluted shares, on the same basis as `eps`. */
  readonly shares: Figure | null;
  readonly flags: readonly EarningsFlag[];
}
