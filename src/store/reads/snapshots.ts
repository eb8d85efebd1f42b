import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';
import { isOn, versionOrder } from './versionOrder';

/** The snapshot that answers for a fund: the newest observed day known at `at`, or the one of the day `on`. */
export const snapshotAt = (fundSymbol: unknown, at: At, on: unknown = null): Sql => sql`
  SELECT * FROM snapshot
  WHERE fund_symbol = ${fundSymbol} AND ${isKnown('snapshot', at)} AND ${isOn('snapshot', on)}
  ORDER BY observed_on DESC, ${versionOrder('snapshot', at)}, key
  LIMIT 1`;

export const snapshotByKey = (key: unknown, at: At): Sql =>
  sql`SELECT * FROM snapshot WHERE key = ${key} AND ${isKnown('snapshot', at)}`;

export const snapshotById = (id: unknown): Sql => sql`SELECT * FROM snapshot WHERE id = ${id}`;

/** The days from `from` to `to` about which a snapshot of a fund is known at `at`, in no order; a bound that is null is none. */
export const snapshotDays = (fundSymbol: unknown, from: unknown, to: unknown, at: At): Sql => sql`
  SELECT DISTINCT observed_on FROM snapshot
  WHERE fund_symbol = ${fundSymbol} AND ${isKnown('snapshot', at)} AND observed_on BETWEEN coalesce(${from}::date, '-infinity') AND coalesce(${to}::date, 'infinity')`;
