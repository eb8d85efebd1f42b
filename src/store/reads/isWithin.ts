import { type Sql, join, raw, sql } from '../sql';

/**
 * True for days from `from` to `to`. A bound that is null is none, and stands in no SQL: Postgres takes two bounds of unknown values for a
 * narrow range, and sorts the whole of a long history for a few of its days.
 */
export function isWithin(day: Sql, from: unknown, to: unknown): Sql {
  const bounds = [from === null ? null : sql`${day} >= ${from}::date`, to === null ? null : sql`${day} <= ${to}::date`].filter((bound) => bound !== null);
  return bounds.length === 0 ? raw('TRUE') : join(bounds, ' AND ');
}
