import { Adjustment } from '../../domain/closes';
import type { At } from '../at';
import { type Sql, raw, sql } from '../sql';
import { type PriceWindow, closesOfSeries, servingSeries } from './closes';
import { actionsOf } from './corporateActions';
import type { NamedListing } from './listings';

/**
 * By how much the shares of somebody who held through the day of an action became more: `observed_on, kind, units`. A split by
 * its ratio; a dividend by what it buys at the first close known from its day on, as shares were on that day.
 */
const unitsOf = (series: Sql, listings: Sql, { adjust, from }: PriceWindow, at: At): Sql => {
  const splits = sql`a.kind = 'SPLIT'`;
  const paid = sql`a.kind = 'DIVIDEND'`;
  return sql`
    SELECT a.observed_on, a.kind, CASE WHEN ${splits} THEN a.ratio::float8 ELSE 1 + a.amount::float8 / (p.close * p.units) END AS units
    FROM (${actionsOf(listings, from, null, at)}) a
    LEFT JOIN LATERAL (
      SELECT c.close, (SELECT product(b.ratio::float8) FROM (${actionsOf(listings, sql`a.observed_on`, sql`c.observed_on`, at)}) b WHERE b.kind = 'SPLIT') AS units
      FROM (${closesOfSeries(series, sql`a.observed_on`, sql`a.observed_on + 30`, at)}) c
      ORDER BY c.observed_on LIMIT 1
    ) p ON ${paid}
    WHERE ${splits}${adjust === Adjustment.TOTAL_RETURN ? sql` OR ${paid}` : raw('')}`;
};

/** The closes as they are, and where nothing was traded after a delisting what was got for the last of them. */
const withDelisting = (series: Sql, listings: Sql, { from, to }: PriceWindow, at: At): Sql => sql`
  SELECT observed_on, close FROM (${closesOfSeries(series, from, to, at)}) c
  UNION ALL
  SELECT d.observed_on, s.last_close::float8 * (1 + d.delisting_return)::float8
  FROM (${actionsOf(listings, raw('s.last_on'), to, at)}) d
  WHERE d.kind = 'DELISTING' AND d.delisting_return IS NOT NULL`;

/**
 * The closes of the series in scope as `s` (a row of `servingSeries`), adjusted: `observed_on, value`, in no order. A raw close is
 * divided by what one share of that day has become, by all that is known at `at`; what was adjusted by its publisher stands as it is.
 */
const valuesOf = (listings: Sql, window: PriceWindow, at: At): Sql => {
  const series = raw('s.id');
  if (window.adjust === Adjustment.NONE) return sql`SELECT observed_on, close AS value FROM (${closesOfSeries(series, window.from, window.to, at)}) c`;
  const closes =
    window.adjust === Adjustment.TOTAL_RETURN ? withDelisting(series, listings, window, at) : closesOfSeries(series, window.from, window.to, at);
  return sql`
    SELECT observed_on, close / units AS value FROM (
      SELECT observed_on, close, product(units) OVER (ORDER BY observed_on DESC, kind NULLS FIRST ROWS UNBOUNDED PRECEDING) AS units
      FROM (
        SELECT observed_on, NULL::text AS kind, close, NULL::float8 AS units FROM (${closes}) c
        UNION ALL
        SELECT observed_on, kind, NULL, units FROM (${unitsOf(series, listings, window, at)}) a WHERE s.closes = 'RAW'
      ) days
    ) d WHERE close IS NOT NULL`;
};

/**
 * The closes of a listing over a window as one row, or none without any: `closes, source, adjusted_through, known_on_basis, document_id,
 * first_on, last_on, count, dates, values`, days in order.
 */
export const pricesOf = (listings: Sql, window: PriceWindow, at: At): Sql => sql`
  SELECT s.closes, s.source, s.adjusted_through, s.known_on_basis, s.document_id, v.*
  FROM (${servingSeries(listings, window, at)}) s
  CROSS JOIN LATERAL (
    SELECT min(observed_on) AS first_on, max(observed_on) AS last_on, count(*)::int AS count,
      array_agg(observed_on ORDER BY observed_on) AS dates, array_agg(value ORDER BY observed_on) AS values
    FROM (${valuesOf(listings, window, at)}) v
  ) v`;

/** How old, in days, the close may be that stands for a day without one: a long weekend, or a halt of some days. */
const STALE = 10;

/**
 * What came of holding a listing from the close of `from` to that of `to`, dividends reinvested at the close of their day: one row
 * `closes, source, known_on_basis, from_on, to_on, is_delisted, total_return`, or none without closes. A day without a close stands at the last before
 * it, at most ten days; after a delisting the last value stays. Null where an end has none.
 */
export const totalReturnOf = (listings: Sql, from: unknown, to: unknown, at: At): Sql => {
  const window = { adjust: Adjustment.TOTAL_RETURN, from: sql`${from}::date - ${STALE}::int`, to };
  return sql`
    SELECT closes, source, known_on_basis, document_id, from_on, to_on, is_delisted,
      CASE WHEN to_on >= ${to}::date - ${STALE}::int OR is_delisted THEN to_value / from_value - 1 END AS total_return
    FROM (
      SELECT s.closes, s.source, s.known_on_basis, s.document_id, start.observed_on AS from_on, finish.observed_on AS to_on,
        start.value AS from_value, finish.value AS to_value,
        EXISTS (SELECT FROM (${actionsOf(listings, null, to, at)}) d WHERE d.kind = 'DELISTING' AND d.observed_on > s.last_on) AS is_delisted
      FROM (${servingSeries(listings, window, at)}) s
      LEFT JOIN LATERAL (SELECT * FROM (${valuesOf(listings, window, at)}) v WHERE observed_on <= ${from}::date ORDER BY observed_on DESC LIMIT 1) start ON TRUE
      LEFT JOIN LATERAL (SELECT * FROM (${valuesOf(listings, window, at)}) v ORDER BY observed_on DESC LIMIT 1) finish ON TRUE
    ) r`;
};

/** Each of the listings in the order given, with `symbol, place` and what `read` tells of it by `n.listing`; null where it tells nothing. */
const ofEach = (named: readonly NamedListing[], read: (listings: Sql) => Sql): Sql => sql`
  SELECT n.symbol, n.place, r.*
  FROM unnest(${named.map(({ symbol }) => symbol)}::text[], ${named.map(({ listing }) => listing)}::text[]) WITH ORDINALITY n(symbol, listing, place)
  LEFT JOIN LATERAL (${read(raw('SELECT n.listing'))}) r ON TRUE
  ORDER BY n.place`;

/** The closes of many listings over a window, a row each: `symbol, place` and the columns of `pricesOf`. */
export const closesOf = (named: readonly NamedListing[], window: PriceWindow, at: At): Sql => ofEach(named, (listings) => pricesOf(listings, window, at));

/** The total return of many listings, a row each: `symbol, place` and the columns of `totalReturnOf`. */
export const totalReturns = (named: readonly NamedListing[], from: unknown, to: unknown, at: At): Sql =>
  ofEach(named, (listings) => totalReturnOf(listings, from, to, at));
