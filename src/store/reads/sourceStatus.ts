import { type At, isKnown } from '../at';
import { factKinds } from '../load/factKinds';
import { type Sql, join, raw, sql } from '../sql';

const factsIn = (table: string, at: At): Sql => sql`
  SELECT f.document_id, max(f.observed_on) AS observed_on, max(f.known_on) AS known_on, count(*) AS facts FROM ${raw(table)} f
  WHERE ${isKnown('f', at)} GROUP BY f.document_id`;

/** One row per source that had run by `at`, or had facts known at it: its newest facts and its last run. */
export const sourceStatusAt = (at: At): Sql => sql`
  SELECT coalesce(facts.source, runs.source) AS source, facts.newest_observed_on, facts.newest_known_on,
    coalesce(facts.facts, 0)::int AS facts, coalesce(facts.is_simulated, FALSE) AS is_simulated,
    runs.ran_at AS last_run_at, runs.outcome AS last_outcome, runs.reason AS last_reason
  FROM (
    SELECT d.source, max(s.observed_on) AS newest_observed_on, max(s.known_on) AS newest_known_on,
      sum(s.facts) AS facts, bool_or(d.is_simulated) AS is_simulated
    FROM (${join(factKinds.map(({ counted }) => factsIn(counted, at)), ' UNION ALL ')}) s JOIN source_document d ON d.id = s.document_id
    GROUP BY d.source
  ) facts
  FULL JOIN (
    SELECT DISTINCT ON (source) source, ran_at, outcome, reason
    FROM load WHERE ran_on <= ${at.asOf}::date
    ORDER BY source, id DESC
  ) runs ON runs.source = facts.source
  ORDER BY 1`;
