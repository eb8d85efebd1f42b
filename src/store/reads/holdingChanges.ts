import { type At, isKnown } from '../at';
import { type Sql, raw, sql } from '../sql';
import { securityIdOf } from './securities';

/** By how much more or less than the fund itself a position may grow and still count as not traded. */
const TOLERANCE = '0.01';

/** Ratios of new to old units that splits have, and their inverses. */
const SPLITS = `ARRAY[1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50]::numeric[]`;

/**
 * Lines of a snapshot by security: two lines of one security are one position. Its price is its market value by unit;
 * where that cannot be told, the one that all of its lines quote.
 */
const positionsIn = (snapshotId: unknown): Sql => sql`
  SELECT security_id, count(*)::int AS lines, sum(weight) AS weight,
    CASE WHEN bool_and(shares IS NOT NULL) THEN sum(shares) END AS shares,
    coalesce(CASE WHEN bool_and(market_value IS NOT NULL AND shares IS NOT NULL) THEN sum(market_value) / nullif(sum(shares), 0) END,
      CASE WHEN count(price) = count(*) AND min(price) = max(price) THEN min(price) END) AS price
  FROM holding WHERE snapshot_id = ${snapshotId}::int GROUP BY security_id`;

/**
 * Every position of two snapshots, once: `from_id, to_id, security_id, security_key, kind, lines_before, lines_after,
 * shares_before, shares_after, weight_before, weight_after, drift, traded, suspected_split, magnitude`.
 *
 * A fund that takes in money buys of everything alike. So units are held against the fund's own growth, the median
 * over its positions of units after by units before: what grew by 1 % more or less than that was bought or sold.
 *
 * The drift of a position is how its weight would have moved with prices alone: the weights that the positions in both
 * snapshots had, moved by their prices and scaled back to their sum. What was traded is the rest of the change, all
 * of it for what was added or removed. Both are null where a price is lacking, and where units and price jumped
 * against each other as in a split, which the two documents alone cannot tell from a purchase.
 */
export const changesBetween = (fromId: unknown, toId: unknown): Sql => sql`
  WITH pair AS (
    SELECT security_id, s.key AS security_key, a.lines AS lines_before, b.lines AS lines_after,
      a.shares AS shares_before, b.shares AS shares_after, a.weight AS weight_before, b.weight AS weight_after,
      CASE WHEN a.shares > 0 AND b.shares > 0 THEN b.shares / a.shares END AS growth,
      CASE WHEN a.price > 0 AND b.price > 0 THEN b.price / a.price END AS price_ratio
    FROM (${positionsIn(fromId)}) a FULL JOIN (${positionsIn(toId)}) b USING (security_id) JOIN security s ON s.id = security_id
  ), sized AS MATERIALIZED (
    SELECT pair.*, growth / (${MEDIAN_GROWTH})::numeric AS own_growth FROM pair
  ), split AS MATERIALIZED (
    SELECT sized.*, CASE WHEN own_growth NOT BETWEEN 0.72 AND 1.4 THEN (${SUSPECTED}) END AS suspected_split FROM sized
  ), priced AS (
    SELECT split.*, CASE WHEN suspected_split IS NULL THEN weight_before * price_ratio END AS moved FROM split
  ), drifted AS (
    SELECT priced.*, moved * sum(weight_before) FILTER (WHERE moved IS NOT NULL) OVER () / nullif(sum(moved) OVER (), 0) AS passive FROM priced
  )
  SELECT ${fromId}::int AS from_id, ${toId}::int AS to_id, security_id, security_key, coalesce(lines_before, 0) AS lines_before,
    coalesce(lines_after, 0) AS lines_after, shares_before, shares_after, weight_before, weight_after, suspected_split,
    ${KIND} AS kind, passive - weight_before AS drift, ${TRADED} AS traded,
    abs(coalesce(${TRADED}, coalesce(weight_after, 0) - coalesce(weight_before, 0))) AS magnitude
  FROM drifted`;

const MEDIAN_GROWTH = raw('SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY growth::float8) FROM pair WHERE growth IS NOT NULL');

/** Units by about a split's ratio of the fund's own growth, and a price that moved the other way by less than twofold beside it. */
const SUSPECTED = raw(`
  SELECT ratio FROM (SELECT k AS ratio FROM unnest(${SPLITS}) k UNION ALL SELECT 1 / k FROM unnest(${SPLITS}) k) r
  WHERE abs(own_growth / ratio - 1) <= 0.05 AND price_ratio * ratio BETWEEN 0.5 AND 2 AND abs(ln(price_ratio * ratio)) < abs(ln(price_ratio))
  ORDER BY abs(own_growth / ratio - 1), ratio LIMIT 1`);

const KIND = raw(`
  CASE WHEN weight_before IS NULL THEN 'ADDED' WHEN weight_after IS NULL THEN 'REMOVED'
    WHEN shares_before IS NULL OR shares_after IS NULL THEN 'HELD'
    WHEN own_growth > 1 + ${TOLERANCE} OR own_growth IS NULL AND shares_after > shares_before THEN 'BOUGHT'
    WHEN own_growth < 1 - ${TOLERANCE} OR own_growth IS NULL AND shares_after < shares_before THEN 'SOLD'
    ELSE 'DRIFTED' END`);

const TRADED = raw(`CASE WHEN weight_before IS NULL THEN weight_after WHEN weight_after IS NULL THEN -weight_before ELSE weight_after - passive END`);

/** The weight before of what drift could be told of, and half of all that was traded; each null where nothing could. */
export const changeTotals = (fromId: unknown, toId: unknown): Sql => sql`
  SELECT sum(weight_before) FILTER (WHERE drift IS NOT NULL) AS coverage, sum(abs(traded)) / 2 AS turnover
  FROM (${changesBetween(fromId, toId)}) c`;

/** What the changes of each kind sum to, kinds in a fixed order; a kind without any is left out. */
export const changeSummaries = (fromId: unknown, toId: unknown): Sql => sql`
  SELECT kind, count(*)::int AS securities, sum(lines_before)::int AS lines_before, sum(lines_after)::int AS lines_after,
    coalesce(sum(weight_before), 0) AS weight_before, coalesce(sum(weight_after), 0) AS weight_after, sum(drift) AS drift, sum(traded) AS traded
  FROM (${changesBetween(fromId, toId)}) c
  GROUP BY kind ORDER BY array_position(ARRAY['ADDED', 'REMOVED', 'BOUGHT', 'SOLD', 'DRIFTED', 'HELD'], kind)`;

export const holdingChangeByKey = ([from, to, security]: readonly Sql[], at: At): Sql => sql`
  SELECT change.* FROM snapshot earlier CROSS JOIN snapshot later CROSS JOIN LATERAL (${changesBetween(sql`earlier.id`, sql`later.id`)}) change
  WHERE earlier.key = ${from} AND later.key = ${to} AND ${isKnown('earlier', at)} AND ${isKnown('later', at)}
    AND change.security_id = ${securityIdOf(security)}`;
