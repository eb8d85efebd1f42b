import { type Sql, raw, sql } from '../sql';

/** A reading `r` with the newest of the session and version before it was computed: what it changed. */
const changeOf = (readings: Sql): Sql => sql`
  SELECT r.id, r.load_id, r.signal_key AS key, r.version, r.as_of, r.value, r.score, r.state, r.known_on_basis, r.computed_at,
    before.as_of AS before_as_of, before.value AS before_value, before.score AS before_score, before.state AS before_state
  FROM (${readings}) r CROSS JOIN LATERAL (
    SELECT b.* FROM signal_reading b
    WHERE b.signal_key = r.signal_key AND b.knowledge = r.knowledge AND b.computed_at < r.computed_at
    ORDER BY b.as_of DESC, b.id DESC LIMIT 1
  ) before
  WHERE before.as_of <= r.as_of AND (r.value, r.score, r.state) IS DISTINCT FROM (before.value, before.score, before.state)`;

/**
 * What signals came to read otherwise than before, of the readings computed after one, in the order in which they were: `id, loadId, key` as one JSON list, and `upTo`,
 * the last reading that was looked at. Of each computing that is the newest session; one that only told earlier days anew, or a signal for the first time, is none.
 */
export const signalChangesAfter = (reading: number, most: number): Sql => sql`
  WITH later AS MATERIALIZED (
    SELECT r.* FROM signal_reading r
    WHERE r.knowledge = 'ANY' AND r.id > ${reading}::bigint AND NOT EXISTS (
      SELECT FROM signal_reading n WHERE n.signal_key = r.signal_key AND n.knowledge = r.knowledge AND n.computed_at = r.computed_at AND n.as_of > r.as_of)
  )
  SELECT json_build_object(
    'upTo', (SELECT coalesce(max(id), 0) FROM signal_reading WHERE knowledge = 'ANY'),
    'events', (SELECT coalesce(json_agg(json_build_object('id', id, 'loadId', load_id, 'key', key) ORDER BY id), '[]')
      FROM (SELECT * FROM (${changeOf(raw('SELECT * FROM later'))}) c ORDER BY id LIMIT ${most}::int) c))`;

export const signalChangeById = (id: unknown): Sql => changeOf(sql`SELECT * FROM signal_reading WHERE id = ${id}::bigint`);

/** The last reading that was computed from a data version or one before it; of all where it is null. */
export const lastReadingOf = (version: number | null): Sql => sql`
  SELECT coalesce(max(id), 0) FROM signal_reading WHERE knowledge = 'ANY' AND load_id <= coalesce(${version}::bigint, 9223372036854775807)`;
