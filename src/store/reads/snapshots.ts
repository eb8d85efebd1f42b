import { type At, isKnown, knownDay } from '../at';
import { type Sql, raw, sql } from '../sql';

/**
 * The snapshot that answers for a fund: the newest observed day known at `at`, or the one of the day
 * `on`; of several for one day the preferred source, and of its versions the one known last. Of two that
 * were first seen on one day the later load is the correction.
 */
export const snapshotAt = (fundSymbol: unknown, at: At, on: unknown = null): Sql => sql`
  SELECT * FROM snapshot
  WHERE fund_symbol = ${fundSymbol} AND ${isKnown('snapshot', at)} AND ${on === null ? raw('TRUE') : sql`observed_on = ${on}::date`}
  ORDER BY observed_on DESC, precedence, ${knownDay('snapshot', at)} DESC,
    CASE known_on_basis WHEN 'FIRST_SEEN' THEN load_id END DESC NULLS LAST, key
  LIMIT 1`;

export const snapshotByKey = (key: unknown, at: At): Sql =>
  sql`SELECT * FROM snapshot WHERE key = ${key} AND ${isKnown('snapshot', at)}`;

export const snapshotById = (id: unknown): Sql => sql`SELECT * FROM snapshot WHERE id = ${id}`;
