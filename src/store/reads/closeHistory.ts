import { Adjustment } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import { knownDay } from '../at';
import { type Sql, sql } from '../sql';
import { KINDS, closeOrder } from './closes';
import { lists } from './lists';
import { versionOrder } from './versionOrder';

/**
 * The closes of many listings from `from` to `to`, in all versions known by then, of every series that can tell a total return, and what happened to
 * the listings: one JSON list with an object of each listing. `listings` is SQL of their names. Days are in order, and of one day's versions that which answers first, where it
 * is known. `totalReturnOf` and `pricesOf` are what these tell of each day.
 */
export const closeHistory = (listings: Sql, from: IsoDate, to: IsoDate, knowledge: Knowledge): Sql => sql`
  SELECT coalesce(json_agg(json_build_object('listing', l.listing, 'series', series.list, 'actions', actions.lists)), '[]')
  FROM (${listings}) l(listing)
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('source', s.source, 'closes', s.closes, 'precedence', s.precedence, 'content', s.content, 'adjustedThrough', s.adjusted_through,
      'datedOn', s.dated_on, 'versions', found.lists) ORDER BY s.id), '[]') AS list
    FROM price_series s CROSS JOIN LATERAL (
      SELECT ${lists('observed_on', 'readable_on', 'close', 'known_on', 'known_on_basis')} AS lists FROM (
        SELECT c.observed_on, ${knownDay('c', { knowledge })} AS readable_on, c.close::float8 AS close, c.known_on, c.known_on_basis
        FROM close c WHERE c.series_id = s.id AND c.observed_on BETWEEN ${from}::date AND ${to}::date AND ${knownDay('c', { knowledge })} <= ${to}::date
        ORDER BY c.observed_on, ${closeOrder('c', { knowledge })}
      ) c
    ) found
    WHERE s.listing = l.listing AND s.closes = ANY (${KINDS[Adjustment.TOTAL_RETURN]}::text[])
  ) series
  CROSS JOIN LATERAL (
    SELECT ${lists('observed_on', 'readable_on', 'kind', 'ratio', 'amount', 'got', 'known_on', 'known_on_basis')} AS lists FROM (
      SELECT a.observed_on, ${knownDay('a', { knowledge })} AS readable_on, a.kind, a.ratio::float8 AS ratio, a.amount::float8 AS amount, (1 + a.delisting_return)::float8 AS got, a.known_on, a.known_on_basis
      FROM corporate_action a WHERE a.listing = l.listing AND a.observed_on > ${from}::date AND a.observed_on <= ${to}::date AND ${knownDay('a', { knowledge })} <= ${to}::date
      ORDER BY a.observed_on, a.kind, ${versionOrder('a', { knowledge })}, a.ratio DESC NULLS LAST, a.amount DESC NULLS LAST, a.delisting_return DESC NULLS LAST
    ) a
  ) actions`;
