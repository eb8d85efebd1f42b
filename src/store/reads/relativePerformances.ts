import type { At } from '../at';
import { type Sql, sql } from '../sql';
import { isSession } from './sessions';
import { valuationsOf } from './valuations';

/**
 * How the NAV of a fund went against that of another, over the days from `from` to `to` of which both are known, as
 * one row for a fund that there is: `other_symbol, from, to, count, sessions, dates, ratios, nav_return, other_return`. The ratio
 * is 1 on the first of these days.
 */
export const relativePerformance = (fundSymbol: unknown, otherSymbol: unknown, at: At, from: unknown, to: unknown): Sql => sql`
  SELECT f.symbol AS other_symbol, r.*, ${from}::date AS from, ${to}::date AS to
  FROM fund f CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, count(*) FILTER (WHERE NOT is_first AND ${isSession(sql`observed_on`)})::int AS sessions, min(observed_on) AS first_on, max(observed_on) AS last_on,
      coalesce(array_agg(observed_on ORDER BY observed_on), '{}') AS dates,
      coalesce(array_agg((nav / first_nav) / (other_nav / first_other) ORDER BY observed_on), '{}') AS ratios,
      max(nav / first_nav - 1) FILTER (WHERE is_last) AS nav_return,
      max(other_nav / first_other - 1) FILTER (WHERE is_last) AS other_return
    FROM (
      SELECT a.observed_on, a.nav, b.nav AS other_nav, first_value(a.nav) OVER days AS first_nav, first_value(b.nav) OVER days AS first_other,
        lead(a.observed_on) OVER days IS NULL AS is_last, lag(a.observed_on) OVER days IS NULL AS is_first
      FROM (${valuationsOf(fundSymbol, at, from, to)}) a
      JOIN (${valuationsOf(sql`f.symbol`, at, from, to)}) b ON b.observed_on = a.observed_on
      WHERE a.nav IS NOT NULL AND b.nav IS NOT NULL
      WINDOW days AS (ORDER BY a.observed_on)
    ) d
  ) r
  WHERE f.symbol = ${otherSymbol}::text`;
