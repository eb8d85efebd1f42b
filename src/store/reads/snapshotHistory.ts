import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import { knownDay } from '../at';
import { type Sql, sql } from '../sql';
import { lists } from './lists';
import { versionOrder } from './versionOrder';

/** The snapshots of funds about the days from `from` to `to`, the newest first, and of one day that which answers first, where it is known: one JSON list. */
export const snapshotsBetween = (funds: readonly string[], from: IsoDate, to: IsoDate, knowledge: Knowledge): Sql => sql`
  SELECT coalesce(json_agg(json_build_object('id', s.id, 'fund', s.fund_symbol, 'key', s.key, 'observedOn', s.observed_on, 'readableOn', ${knownDay('s', { knowledge })}, 'knownOn', s.known_on,
    'knownOnBasis', s.known_on_basis) ORDER BY s.fund_symbol, s.observed_on DESC, ${versionOrder('s', { knowledge })}, s.key), '[]')
  FROM snapshot s WHERE s.fund_symbol = ANY (${funds}::text[]) AND s.observed_on BETWEEN ${from}::date AND ${to}::date`;

/**
 * The lines of snapshots as one JSON object: by snapshot three lists of one length, and once for all of them lists of what each wording means and whose it is, with as many rows as it has companies, from a day on each. What
 * nearly all have alike is null: the class EQUITY, a listing that is what the security goes by, and a first day of all times.
 */
export const linesOf = (snapshots: readonly number[]): Sql => sql`
  WITH h AS MATERIALIZED (SELECT snapshot_id, line, description_id, weight::float8 AS weight FROM holding WHERE snapshot_id = ANY (${snapshots}::int[]))
  SELECT json_build_object(
    'snapshots', (SELECT coalesce(json_agg(json_build_object('id', s.snapshot_id, 'lines', s.lists)), '[]') FROM (
      SELECT snapshot_id, ${lists('line', 'description_id', 'weight')} AS lists FROM (SELECT * FROM h ORDER BY snapshot_id, line) h GROUP BY snapshot_id
    ) s),
    'wordings', (SELECT ${lists('id', 'security', 'symbol', 'asset_class', 'listing', 'observed_from', 'cik')} FROM (
      SELECT d.id, held.key AS security, d.symbol, nullif(held.asset_class, 'EQUITY') AS asset_class, nullif(d.listing, held.key) AS listing, nullif(t.observed_from, '-infinity') AS observed_from, t.cik
      FROM security_description d JOIN security held ON held.id = d.security_id LEFT JOIN company_match t ON t.description_id = d.id WHERE d.id IN (SELECT description_id FROM h)
    ) w))`;
