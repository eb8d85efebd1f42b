import { type At, isKnown, knownDay } from '../at';
import type { FactKind } from '../load/defineFactKind';
import { factKinds } from '../load/factKinds';
import { type Sql, join, raw, sql } from '../sql';
import { periodEndSql } from './periods';

/** Vintages come as often as their series, and a calendar says itself what is to come; of all other kinds something new is due on every session. */
const comesBySession = ({ key }: FactKind): boolean => key !== 'series' && key !== 'releaseDates';

/** What each document has brought, with the first and the last day on which any of it counts as known at `at`. */
const documents = (at: At): Sql => sql`
  SELECT d.*, ${knownDay('first', at)} AS begins_on, greatest(d.newest_observed_on, ${knownDay('last', at)}) AS ends_on FROM document_facts d
  CROSS JOIN LATERAL (SELECT d.first_known_on AS known_on, d.first_proven_on AS proven_on) first
  CROSS JOIN LATERAL (SELECT d.last_known_on AS known_on, d.last_proven_on AS proven_on) last`;

/** What documents brought of a kind that are known whole. */
const wholeDocuments = (kind: FactKind, at: At): Sql => sql`
  SELECT d.document_id, d.newest_observed_on AS observed_on, d.last_known_on AS known_on, d.facts, ${comesBySession(kind)}::boolean AS by_session
  FROM (${documents(at)}) d WHERE d.table_name = ${kind.counted} AND d.ends_on <= ${at.asOf}::date`;

/** The facts of a kind in those documents that are known in part: only they have to be looked through. */
const partOfDocuments = (kind: FactKind, at: At): Sql => sql`
  SELECT f.document_id, max(f.observed_on) AS observed_on, max(f.known_on) AS known_on, count(*) AS facts, ${comesBySession(kind)}::boolean AS by_session
  FROM (${documents(at)}) d JOIN ${raw(kind.counted)} f ON f.document_id = d.document_id
  WHERE d.table_name = ${kind.counted} AND d.begins_on <= ${at.asOf}::date AND d.ends_on > ${at.asOf}::date AND ${isKnown('f', at)} GROUP BY f.document_id`;

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
    SELECT d.source, max(s.observed_on) AS newest_observed_on, max(s.known_on) AS newest_known_on,
      max(s.observed_on) FILTER (WHERE s.by_session) AS session_on, sum(s.facts) AS facts, bool_or(d.is_simulated) AS is_simulated
    FROM (${join(factKinds.flatMap((kind) => [wholeDocuments(kind, at), partOfDocuments(kind, at)]), ' UNION ALL ')}) s JOIN source_document d ON d.id = s.document_id
    GROUP BY d.source
  ) facts
  LEFT JOIN (${cadences(at)}) cadence ON cadence.source = facts.source
  FULL JOIN (
    SELECT DISTINCT ON (source) source, ran_at, outcome, reason
    FROM load WHERE ran_on <= ${at.asOf}::date
    ORDER BY source, id DESC
  ) runs ON runs.source = facts.source
  ORDER BY 1`;
