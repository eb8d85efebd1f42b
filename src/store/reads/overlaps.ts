import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';
import { securityIdOf } from './securities';
import { snapshotAt } from './snapshots';

/** Two funds' newest snapshots, as one row for another fund that there is: `other_symbol, snapshot_id, other_id`. */
export const snapshotPair = (fundSymbol: unknown, otherSymbol: unknown, at: At): Sql => sql`
  SELECT f.symbol AS other_symbol, (SELECT id FROM (${snapshotAt(fundSymbol, at)}) s) AS snapshot_id,
    (SELECT id FROM (${snapshotAt(sql`f.symbol`, at)}) s) AS other_id
  FROM fund f WHERE f.symbol = ${otherSymbol}::text`;

/** What two snapshots both hold with positive weight: `snapshot_id, other_id, security_id, security_key, weight, other_weight, common_weight`. */
export const sharedHoldings = (snapshotId: unknown, otherId: unknown): Sql => sql`
  SELECT ${snapshotId}::int AS snapshot_id, ${otherId}::int AS other_id, security_id, s.key AS security_key,
    here.weight, there.weight AS other_weight, least(here.weight, there.weight) AS common_weight
  FROM (${weightsIn(snapshotId)}) here JOIN (${weightsIn(otherId)}) there USING (security_id) JOIN security s ON s.id = security_id`;

const weightsIn = (snapshotId: unknown): Sql => sql`
  SELECT security_id, sum(weight) AS weight FROM holding WHERE snapshot_id = ${snapshotId}::int GROUP BY security_id HAVING sum(weight) > 0`;

/** The weight in common of two snapshots; no row unless both are there. */
export const overlapWeight = (snapshotId: unknown, otherId: unknown): Sql => sql`
  SELECT coalesce(sum(common_weight), 0) FROM (${sharedHoldings(snapshotId, otherId)}) h
  HAVING ${snapshotId}::int IS NOT NULL AND ${otherId}::int IS NOT NULL`;

/** The share of a snapshot's weight in lines with a ticker, a CUSIP or an ISIN; no row without a snapshot. */
export const identifiedWeight = (snapshotId: unknown): Sql => sql`
  SELECT coalesce(sum(h.weight) FILTER (WHERE d.symbol IS NOT NULL OR d.cusip IS NOT NULL OR d.isin IS NOT NULL), 0)
  FROM holding h JOIN security_description d ON d.id = h.description_id WHERE h.snapshot_id = ${snapshotId}::int
  HAVING ${snapshotId}::int IS NOT NULL`;

export const sharedHoldingByKey = ([snapshot, other, security]: readonly Sql[], at: At): Sql => sql`
  SELECT shared.* FROM snapshot one CROSS JOIN snapshot other CROSS JOIN LATERAL (${sharedHoldings(sql`one.id`, sql`other.id`)}) shared
  WHERE one.key = ${snapshot} AND other.key = ${other} AND ${isKnown('one', at)} AND ${isKnown('other', at)}
    AND shared.security_id = ${securityIdOf(security)}`;
