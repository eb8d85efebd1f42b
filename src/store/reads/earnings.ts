import { EarningsPeriod } from '../../domain/earnings/EarningsState';
import { type At, isCurrent, isKnown } from '../at';
import { type Sql, raw, sql } from '../sql';
import { isWithin } from './isWithin';

/** A stretch between two fiscal years of different beginnings stands among the quarters, so that none is lacking. */
const PERIODS: Readonly<Record<EarningsPeriod, readonly EarningsPeriod[]>> = {
  QUARTER: [EarningsPeriod.QUARTER, EarningsPeriod.TRANSITION],
  YEAR: [EarningsPeriod.YEAR],
  TRANSITION: [EarningsPeriod.TRANSITION],
};

/** Which periods of a company: a bound that is null is none. */
export interface EarningsRange {
  readonly period: EarningsPeriod;
  readonly from: unknown;
  readonly to: unknown;
}

/** A company's earnings as known at `at`, one row a period, in no order. */
export const earningsOf = (cik: unknown, { period, from, to }: EarningsRange, at: At): Sql => sql`
  SELECT * FROM earnings earned
  WHERE earned.cik = ${cik} AND earned.period = ANY (${PERIODS[period]}::text[]) AND ${isCurrent('earned', at)}
    AND ${isWithin(raw('earned.observed_on'), from, to)}`;

export const earningsByKey = ([cik, period, periodEnd]: readonly Sql[], at: At): Sql => sql`
  SELECT * FROM earnings earned
  WHERE earned.cik = ${cik} AND earned.period = ${period} AND earned.observed_on::text = ${periodEnd} AND ${isCurrent('earned', at)}`;

/** The quarter of a company that ends nearest to the end of a month, as known at `at`; no row where none ends within half a month of it. */
export const earningsOfMonth = (cik: unknown, month: unknown, at: At): Sql => sql`
  SELECT * FROM earnings earned
  WHERE earned.cik = ${cik} AND earned.period IN ('QUARTER', 'TRANSITION') AND ${isCurrent('earned', at)}
    AND earned.observed_on BETWEEN ${month}::date - 15 AND ${month}::date + 15
  ORDER BY abs(earned.observed_on - ${month}::date), earned.observed_on, earned.period LIMIT 1`;

/** A period of a company's, by columns or values of a row of `earnings`. */
export interface Earned {
  readonly cik: unknown;
  readonly period: unknown;
  readonly periodEnd: unknown;
}

/** Periods of about the same length; a quarter may come to be, or have been, a transition. */
const isAlike = (table: string, period: unknown): Sql => sql`(${raw(table)}.period = 'YEAR') = (${period}::text = 'YEAR')`;

/** All versions of a period's earnings that were known by `at`. */
export const earningsVersionsOf = ({ cik, period, periodEnd }: Earned, at: At): Sql => sql`
  SELECT version.* FROM earnings version
  WHERE version.cik = ${cik} AND ${isAlike('version', period)} AND version.observed_on = ${periodEnd} AND ${isKnown('version', at)}`;

/** One version of a period's earnings, by the primary key of its row. */
export const earningsVersion = (cik: unknown, period: unknown, periodEnd: unknown, knownOn: unknown): Sql =>
  sql`SELECT * FROM earnings WHERE cik = ${cik} AND period = ${period} AND observed_on = ${periodEnd} AND known_on = ${knownOn}`;

/** The same period a year before, whose end may lie some days off: fiscal years have 52 or 53 weeks. No row where it is not known. */
export const yearBefore = ({ cik, period, periodEnd }: Earned, at: At): Sql => sql`
  SELECT base.* FROM earnings base
  WHERE base.cik = ${cik} AND ${isAlike('base', period)} AND ${isCurrent('base', at)}
    AND base.observed_on BETWEEN ${periodEnd}::date - 380 AND ${periodEnd}::date - 350
  ORDER BY abs(${periodEnd}::date - 365 - base.observed_on), base.observed_on
  LIMIT 1`;

/** Days that the eight quarters before one take, and some to spare. */
const EIGHT_QUARTERS = 750;

/**
 * Standardized unexpected earnings of a quarter: its earnings per share less those of a year before, against the mean and the standard
 * deviation (over n - 1) of the same difference in the eight quarters before it. Null where one of the nine is not
 * known or all eight are alike; no row for a year.
 *
 * @source Foster (1977), "Quarterly accounting data: time-series properties and predictive-ability results"; Bernard and
 *   Thomas (1989), "Post-earnings-announcement drift: delayed price response or risk premium?"
 */
export const unexpectedEarnings = ({ cik, period, periodEnd }: Earned, at: At): Sql => sql`
  SELECT CASE WHEN count(change) = 9 THEN
    (max(change) FILTER (WHERE n = 1) - avg(change) FILTER (WHERE n > 1)) / nullif(stddev_samp(change) FILTER (WHERE n > 1), 0)
  END
  FROM (
    SELECT row_number() OVER (ORDER BY quarter.observed_on DESC) AS n, quarter.eps_diluted - before.eps_diluted AS change
    FROM earnings quarter
    LEFT JOIN LATERAL (${yearBefore({ cik: raw('quarter.cik'), period: raw('quarter.period'), periodEnd: raw('quarter.observed_on') }, at)}) before ON TRUE
    WHERE quarter.cik = ${cik} AND quarter.period <> 'YEAR' AND ${isCurrent('quarter', at)}
      AND quarter.observed_on BETWEEN ${periodEnd}::date - ${EIGHT_QUARTERS}::int AND ${periodEnd}::date
  ) difference
  WHERE n <= 9 HAVING ${period}::text <> 'YEAR'`;
