import { type Sql, sql } from '../sql';

/**
 * What `snapshot_exposure` holds of the snapshots that a query names, computed from their holdings: in the words of
 * the snapshot's own document, so that it holds whatever is said of a security later. Holdings of which the
 * document does not say it stand under null.
 */
export const exposuresFromHoldings = (snapshotIds: string): string => `
  SELECT h.snapshot_id, dimension,
    row_number() OVER (PARTITION BY h.snapshot_id, dimension ORDER BY sum(h.weight) DESC, word COLLATE "C")::int AS rank,
    word AS key, sum(h.weight) AS weight, count(*)::int AS positions,
    CASE WHEN bool_and(h.market_value IS NOT NULL) THEN sum(h.market_value) END AS market_value
  FROM holding h JOIN security_description d ON d.id = h.description_id
  CROSS JOIN LATERAL (VALUES ('SECTOR', d.sector), ('COUNTRY', d.country), ('ASSET_CLASS', split_part(d.listing, ':', 1))) v(dimension, word)
  WHERE h.snapshot_id IN (${snapshotIds})
  GROUP BY h.snapshot_id, dimension, word`;

/** The exposures of a snapshot by one dimension, the heaviest first. */
export const exposuresOf = (snapshotId: unknown, dimension: unknown): Sql => sql`
  SELECT * FROM snapshot_exposure WHERE snapshot_id = ${snapshotId} AND dimension = ${dimension}::text ORDER BY rank`;
