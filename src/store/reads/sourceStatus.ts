import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';

/** One row per source that had run by `at`, or had facts known at it: its newest facts and its last run. */
export const sourceStatusAt = (at: At): Sql => sql`
  SELECT coalesce(facts.source, runs.source) AS source, facts.newest_observed_on, facts.newest_known_on,
    coalesce(facts.snapshots, 0)::int AS snapshots, coalesce(facts.is_simulated, FALSE) AS is_simulated,
    runs.ran_at AS last_run_at, runs.outcome AS last_outcome, runs.reason AS last_reason
  FROM (
    SELECT d.source, max(s.observed_on) AS newest_observed_on, max(s.known_on) AS newest_known_on,
      count(*) AS snapshots, bool_or(d.is_simulated) AS is_simulated
    FROM snapshot s JOIN source_document d ON d.id = s.document_id
    WHERE ${isKnown('s', at)}
    GROUP BY d.source
  ) facts
  FULL JOIN (
    SELECT DISTINCT ON (source) source, ran_at, outcome, reason
    FROM load WHERE ran_on <= ${at.asOf}::date
    ORDER BY source, id DESC
  ) runs ON runs.source = facts.source
  ORDER BY 1`;
