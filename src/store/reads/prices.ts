import { Adjustment } from '../../domain/closes';
import type { At } from '../at';
import { type Sql, raw, sql } from '../sql';
import { type PriceWindow, closesOfSeries, hasOnlyAdjusted, servingSeries } from './closes';
import { actionsOf } from './corporateActions';
import type { NamedListing } from './listings';

/**
 * By how much the shares of somebody who held through the day of an action became more: `observed_on, kind, units`. A split by
 * its ratio; a dividend by what it buys at the first close known from its day on, as shares were on that day.
 */
const unitsOf = (series: Sql, listings: Sql, { adjust, from }: PriceWindow, at: At): Sql => {
  const splits = raw(`happened.kind = 'SPLIT'`);
  const paid = raw(`happened.kind = 'DIVIDEND'`);
  return sql`
    SELECT happened.observed_on, happened.kind, CASE WHEN ${splits} THEN happened.ratio::float8 ELSE 1 + happened.amount::float8 / (p.close * p.units) END AS units
    FROM (${actionsOf(listings, from, null, at)}) happened
    LEFT JOIN LATERAL (
      SELECT next.close, (SELECT product(split.ratio::float8)
        FROM (${actionsOf(listings, raw('happened.observed_on'), raw('next.observed_on'), at)}) split WHERE split.kind = 'SPLIT') AS units
      FROM (${closesOfSeries(series, raw('happened.observed_on'), raw('happened.observed_on + 30'), at)}) next
      ORDER BY next.observed_on LIMIT 1
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
export const valuesOf = (listings: Sql, window: PriceWindow, at: At): Sql => {
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
 * The closes of a listing over a window as one row: `symbol, adjust, closes, adjusted_through, known_on_basis, document_id, first_on,
 * last_on, count, dates, values, is_adjusted_only, series_id`, days in order. Without any the lists are empty, and the rest is null.
 */
export const pricesOf = (symbol: Sql, listings: Sql, window: PriceWindow, at: At): Sql => sql`
  SELECT ${symbol}::text AS symbol, ${window.adjust}::text AS adjust, ${window.adjust === Adjustment.NONE ? hasOnlyAdjusted(listings, at) : raw('FALSE')} AS is_adjusted_only,
    r.closes, r.adjusted_through, r.known_on_basis, r.document_id, r.first_on, r.last_on, coalesce(r.count, 0) AS count, r.id AS series_id,
    coalesce(r.dates, '{}') AS dates, coalesce(r.values, '{}') AS values
  FROM (SELECT) asked LEFT JOIN LATERAL (
    SELECT s.id, s.closes, s.adjusted_through, s.known_on_basis, s.document_id, v.*
    FROM (${servingSeries(listings, window, at)}) s
    CROSS JOIN LATERAL (
      SELECT min(observed_on) AS first_on, max(observed_on) AS last_on, count(*)::int AS count, array_agg(observed_on) AS dates, array_agg(value) AS values
      FROM (SELECT * FROM (${valuesOf(listings, window, at)}) u ORDER BY observed_on) v
    ) v
  ) r ON TRUE`;

/** How old, in days, the close may be that stands for a day without one: a long weekend, or a halt of some days. */
const STALE = 10;

/**
 * What came of holding a listing from the close of `from` to that of `to`, dividends reinvested at the close of their day, as one
 * row: `symbol, closes, known_on_basis, document_id, from_on, to_on, is_delisted, total_return`. A day without a close stands at the last
 * before it, at most ten days; after a delisting the last value stays. The return is null where an end has none.
 */
export const totalReturnOf = (symbol: Sql, listings: Sql, from: unknown, to: unknown, at: At): Sql => {
  const window = { adjust: Adjustment.TOTAL_RETURN, from: sql`(${from})::date - ${STALE}::int`, to };
  const values = valuesOf(listings, window, at);
  return sql`
    SELECT ${symbol}::text AS symbol, r.closes, r.known_on_basis, r.document_id, r.from_on, r.to_on, coalesce(r.is_delisted, FALSE) AS is_delisted,
      CASE WHEN r.to_on >= (${to})::date - ${STALE}::int OR r.is_delisted THEN r.to_value / nullif(r.from_value, 0) - 1 END AS total_return
    FROM (SELECT) asked LEFT JOIN LATERAL (
      SELECT s.closes, s.known_on_basis, s.document_id, held.*,
        EXISTS (SELECT FROM (${actionsOf(listings, raw('s.last_on'), to, at)}) gone WHERE gone.kind = 'DELISTING') AS is_delisted
      FROM (${servingSeries(listings, window, at)}) s
      CROSS JOIN LATERAL (
        SELECT max(observed_on) FILTER (WHERE observed_on <= (${from})::date) AS from_on, max(observed_on) AS to_on,
          (array_agg(value ORDER BY observed_on DESC) FILTER (WHERE observed_on <= (${from})::date))[1] AS from_value,
          (array_agg(value ORDER BY observed_on DESC))[1] AS to_value
        FROM (${values}) v
      ) held
    ) r ON TRUE`;
};

/** A row for each of the listings, in the order given: what `read` tells of its symbol and listing. */
const ofEach = (named: readonly NamedListing[], read: (symbol: Sql, listings: Sql) => Sql): Sql => sql`
  SELECT r.* FROM unnest(${named.map(({ symbol }) => symbol)}::text[], ${named.map(({ listing }) => listing)}::text[]) WITH ORDINALITY n(symbol, listing, place)
  CROSS JOIN LATERAL (${read(raw('n.symbol'), raw('SELECT n.listing'))}) r
  ORDER BY n.place`;

/** The closes of many listings over a window, a row of `pricesOf` each. */
export const closesOf = (named: readonly NamedListing[], window: PriceWindow, at: At): Sql =>
  ofEach(named, (symbol, listings) => pricesOf(symbol, listings, window, at));

/** The total return of many listings, a row of `totalReturnOf` each. */
export const totalReturns = (named: readonly NamedListing[], from: unknown, to: unknown, at: At): Sql =>
  ofEach(named, (symbol, listings) => totalReturnOf(symbol, listings, from, to, at));
