import { WEIGHTS_NO_VALUE } from '../../domain/assetClass';
import { type Sql, sql } from '../sql';

/**
 * How concentrated a snapshot is, as one row: `top, top_weight, effective_number, coverage`. Counted by security, over
 * the lines of positive weight whose market value is what the fund has at stake: not cash, collateral, money-market
 * funds or derivatives. The effective number is the inverse of the sum of squared shares (Herfindahl and Hirschman).
 */
export const concentrationOf = (snapshotId: unknown, top: number): Sql => sql`
  SELECT ${snapshotId}::int AS snapshot_id, ${top}::int AS top, sum(weight) FILTER (WHERE rank <= ${top}::int) AS top_weight,
    sum(weight) * sum(weight) / nullif(sum(weight * weight), 0) AS effective_number, coalesce(sum(weight), 0) AS coverage
  FROM (
    SELECT sum(h.weight) AS weight, row_number() OVER (ORDER BY sum(h.weight) DESC) AS rank
    FROM holding h JOIN security held_security ON held_security.id = h.security_id
    WHERE h.snapshot_id = ${snapshotId} AND h.weight > 0
      AND held_security.asset_class <> ALL (${WEIGHTS_NO_VALUE}::text[])
    GROUP BY h.security_id
  ) held`;
