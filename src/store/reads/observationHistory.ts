import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import { Column, type Sql, raw, sql } from '../sql';
import { vintageName } from './indicatorObservations';
import type { Reaching } from './observations';
import { servedVintageAt } from './servedVintages';

/**
 * Many series as each of them was known at the end of many days, told once: one JSON list with an object of each series. `served` has an
 * item for each day from which another vintage answers than on the one before; `values` are lists with an item for each value that one of
 * these vintages has, by period. `observationsOf` is what the two tell of each day.
 */
export const observationHistory = (series: readonly Reaching[], days: readonly IsoDate[], knowledge: Knowledge): Sql => sql`
  WITH asked AS (
    SELECT a.code COLLATE "C" AS code, a.reach, n FROM unnest(${series.map(({ code }) => code)}::text[], ${series.map(({ days: reach }) => reach)}::int[]) WITH ORDINALITY a(code, reach, n)
  ), picked AS (
    SELECT a.n, d.day, s.read_at, s.vintage_id, s.is_assumed, s.first_on, s.last_on,
      lag(s.read_at) OVER (PARTITION BY a.n ORDER BY d.day) AS read_before, lag(s.is_assumed) OVER (PARTITION BY a.n ORDER BY d.day) AS assumed_before
    FROM asked a CROSS JOIN unnest(${days}::date[]) d(day)
    CROSS JOIN LATERAL (${servedVintageAt(sql`a.code`, { asOf: new Column('d', 'day'), knowledge }, { from: sql`(d.day - a.reach)`, to: null })}) s
  )
  SELECT coalesce(json_agg(json_build_object('served', coalesce(served.list, '[]'), 'values', found.lists) ORDER BY a.n), '[]')
  FROM asked a
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('from', p.day, 'readAt', p.read_at, 'vintage', ${vintageName(raw('p.vintage_id'), raw('p.is_assumed'))}, 'isAssumed', p.is_assumed, 'firstOn', p.first_on, 'lastOn', p.last_on) ORDER BY p.day) AS list
    FROM picked p WHERE p.n = a.n AND (p.read_at, p.is_assumed) IS DISTINCT FROM (p.read_before, p.assumed_before)
  ) served ON TRUE
  CROSS JOIN LATERAL (
    SELECT json_build_object('observedOn', coalesce(json_agg(i.observed_on ORDER BY i.observed_on, i.place_from), '[]'), 'value', coalesce(json_agg(i.value::float8 ORDER BY i.observed_on, i.place_from), '[]'),
      'placeFrom', coalesce(json_agg(i.place_from ORDER BY i.observed_on, i.place_from), '[]'), 'placeUntil', coalesce(json_agg(i.place_until ORDER BY i.observed_on, i.place_from), '[]'),
      'knownOn', coalesce(json_agg(i.known_on ORDER BY i.observed_on, i.place_from), '[]'), 'knownOnBasis', coalesce(json_agg(i.known_on_basis ORDER BY i.observed_on, i.place_from), '[]'),
      'assumedOn', coalesce(json_agg(i.assumed_on ORDER BY i.observed_on, i.place_from), '[]'), 'assumedBasis', coalesce(json_agg(i.assumed_basis ORDER BY i.observed_on, i.place_from), '[]')) AS lists
    FROM observation_interval i, (SELECT min(read_at) AS first, max(read_at) AS last FROM picked WHERE n = a.n) reads
    WHERE i.series_code = a.code AND i.value IS NOT NULL AND i.place_from <= reads.last AND i.place_until > reads.first
      AND i.observed_on BETWEEN (SELECT min(day) FROM unnest(${days}::date[]) d(day)) - a.reach AND (SELECT max(day) FROM unnest(${days}::date[]) d(day))
  ) found`;
