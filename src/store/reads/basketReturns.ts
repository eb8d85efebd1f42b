import { type At, isKnown } from '../at';
import { type Sql, raw, sql } from '../sql';
import { type BasketRow, PRICED, membersOf } from './baskets';
import { marketValueOf } from './marketValues';
import { totalReturnOf } from './prices';
import { versionOrder } from './versionOrder';

/** How old, in days, a snapshot may be from which weights are carried on. */
const SNAPSHOT_STANDS = 100;

/** Indices whose weights are market values, the preferred first: in a snapshot of a fund that follows one the members stand at theirs. */
const BY_VALUE = ['SPX', 'RUI', 'RUA'];

/** The newest snapshot of a large-cap fund that is at most 100 days older than the day `from` and holds all of `members`; with each one's weight in it. */
const seenIn = (members: string, from: unknown, at: At): Sql => sql`
  SELECT s.id, s.observed_on, held.listings, held.weights
  FROM (
    SELECT s.*, f.index_code FROM fund f CROSS JOIN LATERAL (
      SELECT * FROM snapshot n
      WHERE n.fund_symbol = f.symbol AND ${isKnown('n', at)} AND n.observed_on BETWEEN ${from}::date - ${SNAPSHOT_STANDS}::int AND ${from}::date
      ORDER BY n.observed_on DESC, ${versionOrder('n', at)}, n.key LIMIT 1
    ) s WHERE f.index_code = ANY (${BY_VALUE}::text[])
  ) s CROSS JOIN LATERAL (
    SELECT array_agg(l.listing ORDER BY l.listing) AS listings, array_agg(l.weight ORDER BY l.listing) AS weights, count(*) AS count FROM (
      SELECT p.listing, sum(h.weight) AS weight
      FROM ${raw(members)} p CROSS JOIN LATERAL unnest(p.listings) of(class) JOIN security_description d ON d.listing = 'EQUITY:' || of.class
      JOIN holding h ON h.description_id = d.id AND h.security_id = d.security_id AND h.snapshot_id = s.id
      GROUP BY p.listing HAVING sum(h.weight) > 0
    ) l
  ) held
  WHERE held.count = (SELECT count(*) FROM ${raw(members)})
  ORDER BY s.observed_on DESC, array_position(${BY_VALUE}::text[], s.index_code), s.fund_symbol LIMIT 1`;

/**
 * What came of buying a basket's members of the day `from` at its close and holding them to that of `to`, as one row: `from, to, weighting, snapshot_id,
 * count, priced, known_return, symbols, weights, returns, from_days, to_days`, members in the order of symbols. Weights are those of the first day: by market
 * value where it is known of all; else as they stood in the newest snapshot of a large-cap fund, drifted by returns since; else equal. Members
 * without a return are left out of the sum and of the lists.
 */
export const basketReturnOf = (basket: BasketRow, from: unknown, to: unknown, at: At): Sql => sql`
  WITH member AS MATERIALIZED (
    SELECT m.listing, m.symbol, m.listings, m.cik, r.from_on, r.to_on, r.total_return::numeric AS total_return
    FROM (${membersOf(basket, from, at)}) m LEFT JOIN LATERAL (${totalReturnOf(raw('m.symbol'), raw('SELECT m.listing'), from, to, at)}) r ON TRUE
  ), priced AS MATERIALIZED (
    SELECT member.*, worth.value FROM member LEFT JOIN LATERAL (
      SELECT w.value FROM (${marketValueOf(raw('member.cik'), from, at)}) w WHERE w.observed_on >= ${from}::date - ${PRICED}::int
    ) worth ON TRUE
    WHERE member.total_return IS NOT NULL
  ), seen AS MATERIALIZED (${seenIn('priced', from, at)}),
  drifted AS MATERIALIZED (
    SELECT l.listing, l.weight * (1 + r.total_return::numeric) AS weight FROM seen CROSS JOIN LATERAL unnest(seen.listings, seen.weights) l(listing, weight)
    CROSS JOIN LATERAL (${totalReturnOf(raw('l.listing'), raw('SELECT l.listing'), raw('seen.observed_on'), from, at)}) r
    WHERE r.total_return IS NOT NULL
  ), chosen AS (
    SELECT CASE WHEN count(*) = 0 THEN NULL WHEN count(p.value) = count(*) THEN 'CAP' WHEN count(d.weight) = count(*) THEN 'SNAPSHOT' ELSE 'EQUAL' END AS weighting
    FROM priced p LEFT JOIN drifted d ON d.listing = p.listing
  ), weighed AS (
    SELECT p.symbol, p.listing, p.from_on, p.to_on, p.total_return, chosen.weighting,
      CASE chosen.weighting WHEN 'CAP' THEN p.value WHEN 'SNAPSHOT' THEN d.weight ELSE 1 END AS weight
    FROM priced p CROSS JOIN chosen LEFT JOIN drifted d ON d.listing = p.listing
  ), shared AS (SELECT weighed.*, weight / sum(weight) OVER () AS share FROM weighed)
  SELECT ${from}::date AS from, ${to}::date AS to, (SELECT count(*)::int FROM member) AS count, count(*)::int AS priced, max(weighting) AS weighting,
    CASE WHEN max(weighting) = 'SNAPSHOT' THEN (SELECT id FROM seen) END AS snapshot_id, sum(share * total_return) AS known_return,
    coalesce(array_agg(symbol ORDER BY symbol, listing), '{}') AS symbols, coalesce(array_agg(share ORDER BY symbol, listing), '{}') AS weights,
    coalesce(array_agg(total_return ORDER BY symbol, listing), '{}') AS returns, coalesce(array_agg(from_on ORDER BY symbol, listing), '{}') AS from_days,
    coalesce(array_agg(to_on ORDER BY symbol, listing), '{}') AS to_days
  FROM shared`;
