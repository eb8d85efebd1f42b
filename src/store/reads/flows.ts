import type { At } from '../at';
import { type Sql, sql } from '../sql';
import { isSession } from './sessions';
import { valuationsInOrder, valuationsOf } from './valuations';

/**
 * A fund's flows after `from` up to `to`, as one row: `dates, flows, total, count, sessions, base_on`. The flow of a day is the
 * change in shares outstanding since the day before of which both values are known, times the day's NAV; a day of
 * which one is lacking has none, and its change falls to the next that has both. `base_on` is the day that the first
 * change is counted from, null where none is known.
 */
export const flowsOf = (fundSymbol: unknown, at: At, from: unknown, to: unknown): Sql => sql`
  SELECT ${from}::date AS from, ${to}::date AS to, min(v.base_on) FILTER (WHERE v.flow IS NOT NULL) AS base_on,
    count(v.flow)::int AS count, count(v.flow) FILTER (WHERE ${isSession(sql`v.observed_on`)})::int AS sessions, sum(v.flow) AS total,
    coalesce(array_agg(v.observed_on ORDER BY v.observed_on) FILTER (WHERE v.flow IS NOT NULL), '{}') AS dates,
    coalesce(array_agg(v.flow ORDER BY v.observed_on) FILTER (WHERE v.flow IS NOT NULL), '{}') AS flows
  FROM (
    SELECT observed_on, lag(observed_on) OVER days AS base_on, (shares_outstanding - lag(shares_outstanding) OVER days) * nav AS flow
    FROM (${valuationsOf(fundSymbol, at, base(fundSymbol, at, from), to)}) v
    WHERE nav IS NOT NULL AND shares_outstanding IS NOT NULL
    WINDOW days AS (ORDER BY observed_on)
  ) v
  WHERE v.observed_on > ${from}::date`;

/** The last day up to `from` of which both values are known, else `from`. */
const base = (fundSymbol: unknown, at: At, from: unknown): Sql => sql`coalesce((
  SELECT observed_on FROM (${valuationsInOrder(fundSymbol, at, null, from)}) b
  WHERE nav IS NOT NULL AND shares_outstanding IS NOT NULL ORDER BY observed_on DESC LIMIT 1), ${from}::date)`;
