import { type At, isKnown } from '../at';
import { factKinds } from '../load/factKinds';
import { type Sql, raw, sql } from '../sql';
import { periodEndSql } from './periods';

/** Vintages come as often as their series, and a calendar says itself what is to come; of all other kinds something new is due on every session. */
const OF_SESSIONS = factKinds.filter(({ key }) => key !== 'series' && key !== 'releaseDates').map(({ counted }) => counted);

/** The value that a list of a tally has for the newest of its days by `at`; the day itself where there is no such list. */
const untilDay = (list: string, { asOf }: At): Sql => sql`(coalesce(${raw(`t.${list}_until`)}, t.days))[width_bucket(${asOf}::date, t.days)]`;

/** What each source has brought by `at` of each table: by years, and by days of the year in the midst of which `at` is. */
const tallies = (at: At): Sql => sql`
  SELECT y.source, y.table_name, y.is_simulated, y.facts, y.newest_observed_on, y.newest_known_on FROM year_tally y WHERE y.knowledge = ${at.knowledge} AND y.last_on <= ${at.asOf}::date
  UNION ALL
  SELECT t.source, t.table_name, t.is_simulated, t.facts_until[width_bucket(${at.asOf}::date, t.days)], ${untilDay('newest_observed', at)}, ${untilDay('newest_known', at)}
  FROM year_tally y JOIN day_tally t USING (knowledge, year, source, table_name, is_simulated)
  WHERE y.knowledge = ${at.knowledge} AND y.year = extract(year FROM ${at.asOf}::date)::int AND y.last_on > ${at.asOf}::date AND t.days[1] <= ${at.asOf}::date`;

/** How many days a period may be late: releases are, after holidays and storms, by days. */
const GRACE_DAYS = 7;

/** Within how many calendar days the next session comes. */
const SESSION_DAYS = 4;

/**
 * One row per source with series that the catalog holds: `session_on` is the newest day of the daily series that is furthest behind, `due_on` the last day for the period after
 * the newest of the others: by its end, the usual lag of its release and some grace. FRED marks series that have ended in their titles; they are late for nothing.
 */
const cadences = (at: At): Sql => sql`
  SELECT n.source, min(n.observed_on) FILTER (WHERE i.frequency = 'DAILY') AS session_on,
    min(${periodEndSql(sql`n.observed_on`, 1, sql`i.frequency`)} + coalesce(r.lag_days, ${SESSION_DAYS}::int) + ${GRACE_DAYS}::int) AS due_on
  FROM (
    SELECT d.source, v.series_code, max(v.observed_on) AS observed_on FROM vintage v JOIN source_document d ON d.id = v.document_id
    WHERE ${isKnown('v', at)} GROUP BY d.source, v.series_code
  ) n JOIN indicator i ON i.code = n.series_code AND i.title NOT LIKE '%(DISCONTINUED)' JOIN release r ON r.code = i.release_code
  GROUP BY n.source`;

/** The last run of each source by `at`. Sources are found one after the other by the index of their runs, of which there may be many for each. */
const lastRuns = ({ asOf }: At): Sql => sql`
  WITH RECURSIVE ran AS (
    SELECT min(source) AS source FROM load
    UNION ALL
    SELECT (SELECT min(l.source) FROM load l WHERE l.source > ran.source) FROM ran WHERE ran.source IS NOT NULL
  )
  SELECT last.source, last.ran_at, last.outcome, last.reason
  FROM ran CROSS JOIN LATERAL (SELECT * FROM load l WHERE l.source = ran.source AND l.ran_on <= ${asOf}::date ORDER BY l.ran_on DESC, l.id DESC LIMIT 1) last`;

/**
 * One row per source that had run by `at`, or had facts known at it: its newest facts and its last run; and by what it may be stale, `session_on`, the newest day of what should
 * come on every session, and `due_on`, by which something of another cadence should have come.
 */
export const sourceStatusAt = (at: At): Sql => sql`
  SELECT coalesce(facts.source, runs.source) AS source, facts.newest_observed_on, facts.newest_known_on,
    coalesce(facts.facts, 0)::int AS facts, coalesce(facts.is_simulated, FALSE) AS is_simulated,
    least(facts.session_on, cadence.session_on) AS session_on, cadence.due_on,
    runs.ran_at AS last_run_at, runs.outcome AS last_outcome, runs.reason AS last_reason
  FROM (
    SELECT t.source, max(t.newest_observed_on) AS newest_observed_on, max(t.newest_known_on) AS newest_known_on,
      max(t.newest_observed_on) FILTER (WHERE t.table_name = ANY(${OF_SESSIONS}::text[])) AS session_on, sum(t.facts) AS facts, bool_or(t.is_simulated) AS is_simulated
    FROM (${tallies(at)}) t GROUP BY t.source
  ) facts
  LEFT JOIN (${cadences(at)}) cadence ON cadence.source = facts.source
  FULL JOIN (${lastRuns(at)}) runs ON runs.source = facts.source
  ORDER BY 1`;
