import { type Adjustment, Closes } from '../../domain/closes';
import { type At, isKnown, knownDay } from '../at';
import { type Sql, raw, sql } from '../sql';

/** What is asked of a listing's closes. */
export interface PriceWindow {
  readonly adjust: Adjustment;
  /** The first day; null is the first known. */
  readonly from: unknown;
  /** The last day; null is the last known. */
  readonly to: unknown;
}

/** Which closes can answer, the preferred first. Mixed ones answer nothing: no return over them is true. */
export const KINDS: Readonly<Record<Adjustment, readonly Closes[]>> = {
  NONE: [Closes.RAW],
  SPLITS: [Closes.RAW, Closes.SPLIT_ADJUSTED],
  TOTAL_RETURN: [Closes.TOTAL_RETURN, Closes.RAW],
};

/** The order of versions of one close of one series, the one that answers first. */
export const closeOrder = (table: string, at: Pick<At, 'knowledge'>): Sql =>
  sql`${knownDay(table, at)} DESC, CASE ${raw(table)}.known_on_basis WHEN 'FIRST_SEEN' THEN ${raw(table)}.load_id END DESC NULLS LAST, ${raw(table)}.close DESC`;

const since = (from: unknown): Sql => sql`coalesce((${from})::date, '-infinity')`;
const until = (to: unknown): Sql => sql`coalesce((${to})::date, 'infinity')`;

/** A series' first or last close from `from` to `to` that is known at `at`. */
export const endOf = (seriesId: Sql, order: 'ASC' | 'DESC', from: unknown, to: unknown, at: At): Sql => sql`
  SELECT c.* FROM close c
  WHERE c.series_id = ${seriesId} AND ${isKnown('c', at)} AND c.observed_on BETWEEN ${since(from)} AND ${until(to)}
  ORDER BY c.observed_on ${raw(order)}, ${closeOrder('c', at)} LIMIT 1`;

/**
 * The series of a listing that answers, and its last close of the window: of those that reach over nine tenths of what the
 * longest does the kind that is preferred, then the preferred source, then what is newest. No row where there is none.
 * `listings` is SQL of a set of listings' names; several are one security under several names.
 */
export const servingSeries = (listings: Sql, { adjust, from, to }: PriceWindow, at: At): Sql => sql`
  SELECT * FROM (
    SELECT s.id, s.listing, s.closes, s.source, s.precedence, s.content, s.adjusted_through, s.dated_on,
      first.observed_on AS first_on, last.observed_on AS last_on, last.known_on_basis, last.document_id, last.close AS last_close,
      last.observed_on - first.observed_on AS span, max(last.observed_on - first.observed_on) OVER () AS longest
    FROM price_series s
    CROSS JOIN LATERAL (${endOf(raw('s.id'), 'ASC', from, to, at)}) first
    CROSS JOIN LATERAL (${endOf(raw('s.id'), 'DESC', from, to, at)}) last
    WHERE s.listing IN (${listings}) AND s.closes = ANY (${KINDS[adjust]}::text[])
  ) s
  ORDER BY span < 0.9 * longest, array_position(${KINDS[adjust]}::text[], closes), precedence, last_on DESC, dated_on DESC NULLS LAST, adjusted_through,
    source, listing, content
  LIMIT 1`;

/** The closes of a series from `from` to `to` as doubles: `observed_on, close`, in no order. Of years all known at `at` from their chunks. */
export const closesOfSeries = (seriesId: Sql, from: unknown, to: unknown, at: At): Sql => sql`
  SELECT v.observed_on, v.close FROM close_chunk k CROSS JOIN LATERAL unnest(k.dates, k.closes) v(observed_on, close)
  WHERE ${isChunkOf(seriesId, from, to)} AND ${knownDay('k', at)} <= ${at.asOf}::date AND v.observed_on BETWEEN ${since(from)} AND ${until(to)}
  UNION ALL
  SELECT r.observed_on, r.close FROM close_chunk k CROSS JOIN LATERAL (
    SELECT DISTINCT ON (c.observed_on) c.observed_on, c.close::float8 AS close FROM close c
    WHERE c.series_id = k.series_id AND ${isKnown('c', at)}
      AND c.observed_on BETWEEN greatest(k.first_on, ${since(from)}) AND least(k.last_on, ${until(to)})
    ORDER BY c.observed_on, ${closeOrder('c', at)}
  ) r
  WHERE ${isChunkOf(seriesId, from, to)} AND ${knownDay('k', at)} > ${at.asOf}::date`;

/** Of a long history the years are found by the index, not all of them looked at. */
const isChunkOf = (seriesId: Sql, from: unknown, to: unknown): Sql =>
  sql`k.series_id = ${seriesId} AND k.year BETWEEN ${yearOf(from, '-2147483648')} AND ${yearOf(to, '2147483647')} AND k.last_on >= ${since(from)} AND k.first_on <= ${until(to)}`;

const yearOf = (day: unknown, unbounded: string): Sql => sql`coalesce(extract(YEAR FROM (${day})::date)::int, ${raw(unbounded)})`;

/** The newest raw close on or before `day` that is known at `at`, as it was traded; for whoever needs a price, not a return. */
export const rawCloseAt = (listings: Sql, day: unknown, at: At): Sql => sql`
  SELECT c.*, s.source FROM price_series s CROSS JOIN LATERAL (${endOf(raw('s.id'), 'DESC', null, day, at)}) c
  WHERE s.listing IN (${listings}) AND s.closes = 'RAW'
  ORDER BY c.observed_on DESC, s.precedence, s.source, s.listing
  LIMIT 1`;

/** True if closes are known of the listing, and none of them is a price: then what is missing is missing for that. */
export const hasOnlyAdjusted = (listings: Sql, at: At): Sql => sql`
  coalesce((SELECT bool_and(s.closes <> 'RAW') FROM price_series s
    WHERE s.listing IN (${listings}) AND EXISTS (SELECT FROM close c WHERE c.series_id = s.id AND ${isKnown('c', at)})), FALSE)`;
