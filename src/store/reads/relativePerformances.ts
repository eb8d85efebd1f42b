import { Adjustment, PerformanceMeasure } from '../../domain/closes';
import type { At } from '../at';
import { type Sql, raw, sql } from '../sql';
import { listingOfFund } from './listings';
import { pricesOf } from './prices';
import { isSession } from './sessions';
import { valuationsOf } from './valuations';

/** What a share of a fund was worth on each day from `from` to `to`, by a measure: `observed_on, worth`. */
const worthOf = (fundSymbol: unknown, measure: PerformanceMeasure, at: At, from: unknown, to: unknown): Sql =>
  measure === PerformanceMeasure.NAV
    ? sql`SELECT observed_on, nav AS worth FROM (${valuationsOf(fundSymbol, at, from, to)}) v`
    : sql`SELECT v.observed_on, v.worth::numeric FROM (${pricesOf(raw('NULL'), listingOfFund(fundSymbol), { adjust: Adjustment.TOTAL_RETURN, from, to }, at)}) p
        CROSS JOIN LATERAL unnest(p.dates, p.values) v(observed_on, worth)`;

/**
 * How the worth of a fund, by a measure, went against that of another, over the days from `from` to `to` of which both are known, as
 * one row for a fund that there is: `other_symbol, from, to, count, sessions, dates, ratios, own_return, other_return`. The ratio
 * is 1 on the first of these days.
 */
export const relativePerformance = (fundSymbol: unknown, otherSymbol: unknown, measure: PerformanceMeasure, at: At, from: unknown, to: unknown): Sql => sql`
  SELECT f.symbol AS other_symbol, r.*, ${from}::date AS from, ${to}::date AS to
  FROM fund f CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, count(*) FILTER (WHERE NOT is_first AND ${isSession(sql`observed_on`)})::int AS sessions, min(observed_on) AS first_on, max(observed_on) AS last_on,
      coalesce(array_agg(observed_on ORDER BY observed_on), '{}') AS dates,
      coalesce(array_agg((worth / first_worth) / (other_worth / first_other) ORDER BY observed_on), '{}') AS ratios,
      max(worth / first_worth - 1) FILTER (WHERE is_last) AS own_return,
      max(other_worth / first_other - 1) FILTER (WHERE is_last) AS other_return
    FROM (
      SELECT a.observed_on, a.worth, b.worth AS other_worth, first_value(a.worth) OVER days AS first_worth, first_value(b.worth) OVER days AS first_other,
        lead(a.observed_on) OVER days IS NULL AS is_last, lag(a.observed_on) OVER days IS NULL AS is_first
      FROM (${worthOf(fundSymbol, measure, at, from, to)}) a
      JOIN (${worthOf(sql`f.symbol`, measure, at, from, to)}) b ON b.observed_on = a.observed_on
      WHERE a.worth > 0 AND b.worth > 0
      WINDOW days AS (ORDER BY a.observed_on)
    ) d
  ) r
  WHERE f.symbol = ${otherSymbol}::text`;
