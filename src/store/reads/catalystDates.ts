import { type At } from '../at';
import { type Sql, raw, sql } from '../sql';
import { type BasketRow, membersOf } from './baskets';
import { reportsBetween } from './estimates';
import { nextReleaseOf } from './releases';

/** When the releases with these codes come out next, as known at `at`: `code, name, lag, due_on, basis`, one row each; the last two as `nextReleaseOf` has them. */
export const nextReleases = (codes: readonly string[], at: At): Sql => sql`
  SELECT r.code, r.name, r.lag_days || ' days after the period' AS lag, due.due_on, due.basis
  FROM release r CROSS JOIN LATERAL (${nextReleaseOf({ code: raw('r.code'), fredId: raw('r.fred_id') }, raw('r.lag_days'), at)}) due WHERE r.code = ANY(${codes}::text[])`;

/** When each member of a basket reports next, as known at `at`: `symbol, cik, period_end, report_on`, one row each; the last two are null where that is not known. */
export const nextReports = (basket: BasketRow, at: At): Sql => sql`
  SELECT m.symbol, m.cik, due.period_end, due.report_on FROM (${membersOf(basket, at.asOf, at)}) m
  LEFT JOIN LATERAL (
    SELECT e.period_end, e.report_on FROM (${reportsBetween(at.asOf, null, at)}) e
    WHERE e.eps_actual IS NULL AND e.listing = ANY(SELECT 'EQUITY:' || l FROM unnest(m.listings) AS l) ORDER BY e.report_on, e.period_end LIMIT 1
  ) due ON TRUE`;
