import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';
import { described } from './securities';
import { snapshotAt } from './snapshots';
import { isOn, versionOrder } from './versionOrder';

const listAt = (indexCode: unknown, at: At, on: unknown): Sql => sql`
  SELECT * FROM constituent_list
  WHERE index_code = ${indexCode} AND ${isKnown('constituent_list', at)} AND ${isOn('constituent_list', on)}
  ORDER BY observed_on DESC, ${versionOrder('constituent_list', at)}, key
  LIMIT 1`;

/**
 * Who is in an index on the newest day known at `at`, or on the day `on`: a list of its members, or where there is
 * none the shares that the fund holds which stands in for it. No row where neither is known.
 */
export const membershipAt = (indexCode: unknown, standIn: unknown, at: At, on: unknown = null): Sql => sql`
  SELECT * FROM (
    (SELECT 1 AS choice, id AS list_id, NULL::int AS snapshot_id, 'CONSTITUENTS' AS basis, NULL::text AS fund_symbol, ${DAYS} FROM (${listAt(indexCode, at, on)}) l)
    UNION ALL
    (SELECT 2, NULL, id, 'FUND_HOLDINGS', fund_symbol, ${DAYS} FROM (${snapshotAt(standIn, at, on)}) s)
  ) m ORDER BY choice LIMIT 1`;

const DAYS = sql`observed_on, known_on, known_on_basis, proven_on, document_id`;

/**
 * Memberships of two days to be held against each other, as one row: `from_list, to_list, from_snapshot, to_snapshot`.
 * A list is compared with a list, and a fund's holdings with the same fund's: else the method would look like a change.
 */
export const membershipPair = (indexCode: unknown, standIn: unknown, at: At, from: unknown, to: unknown): Sql => sql`
  SELECT ${from}::date AS from, ${to}::date AS to,
    CASE WHEN are_lists THEN from_list END AS from_list, CASE WHEN are_lists THEN to_list END AS to_list,
    CASE WHEN NOT are_lists THEN from_snapshot END AS from_snapshot, CASE WHEN NOT are_lists THEN to_snapshot END AS to_snapshot
  FROM (SELECT *, from_list IS NOT NULL AND to_list IS NOT NULL AS are_lists FROM (SELECT (SELECT id FROM (${listAt(indexCode, at, from)}) l) AS from_list, (SELECT id FROM (${listAt(indexCode, at, to)}) l) AS to_list,
    (SELECT id FROM (${snapshotAt(standIn, at, from)}) s) AS from_snapshot, (SELECT id FROM (${snapshotAt(standIn, at, to)}) s) AS to_snapshot) known) pair`;

/** The securities of a list, or the shares with a ticker that a snapshot holds, each once: `security_id`. */
const membersOf = (listId: unknown, snapshotId: unknown): Sql => sql`
  SELECT security_id FROM constituent WHERE list_id = ${listId}
  UNION
  SELECT h.security_id FROM holding h JOIN security s ON s.id = h.security_id JOIN security_description d ON d.id = h.description_id
  WHERE h.snapshot_id = ${snapshotId} AND s.asset_class = 'EQUITY' AND d.symbol IS NOT NULL AND h.weight > 0`;

/** The members of a membership, as securities at `at`. */
export const securitiesIn = (listId: unknown, snapshotId: unknown, at: At): Sql =>
  sql`${described(at)} WHERE s.id IN (${membersOf(listId, snapshotId)})`;

export const memberCount = (listId: unknown, snapshotId: unknown): Sql => sql`SELECT count(*)::int FROM (${membersOf(listId, snapshotId)}) m`;

export interface Membership {
  readonly list: unknown;
  readonly snapshot: unknown;
}

/** The members of `there` that are not among those of `here`. */
export const securitiesOnlyIn = (there: Membership, here: Membership, at: At): Sql => sql`
  ${described(at)}
  WHERE s.id IN (${membersOf(there.list, there.snapshot)} EXCEPT (${membersOf(here.list, here.snapshot)}))`;
