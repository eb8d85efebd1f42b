import { CLOSE_STANDS } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import { type Sql, join, raw, sql } from '../sql';
import { knownDay } from '../at';
import { closeOrder } from './closes';
import { companyFactKey } from './companyFacts';
import { lists } from './lists';
import { classesOf } from './marketValues';
import { shareCountsBetween } from './shareCounts';
import { versionOrder } from './versionOrder';

/** The closes of the series in scope as `s` that stand for one of many days, whenever after `first` and the day itself one looks: the newest
 * that was known by then, and all later ones. OFFSET keeps Postgres from joining all closes with all days. */
const closesFor = (on: readonly IsoDate[], first: IsoDate, knowledge: Knowledge): Sql => sql`
  SELECT DISTINCT v.* FROM unnest(${on}::date[]) n(day)
  LEFT JOIN LATERAL (
    SELECT k.observed_on FROM close k
    WHERE k.series_id = s.id AND k.observed_on BETWEEN n.day - ${CLOSE_STANDS}::int AND n.day AND ${knownDay('k', { knowledge })} <= greatest(n.day, ${first}::date)
    ORDER BY k.observed_on DESC LIMIT 1
  ) newest ON TRUE
  CROSS JOIN LATERAL (SELECT k.* FROM close k WHERE k.series_id = s.id AND k.observed_on BETWEEN coalesce(newest.observed_on, n.day - ${CLOSE_STANDS}::int) AND n.day OFFSET 0) v`;

const factKey = join(
  companyFactKey({ cik: raw('f.cik'), concept: raw('f.concept'), unit: raw('f.unit'), startOn: raw('f.start_on'), observedOn: raw('f.observed_on'), accession: raw('f.accession'), value: raw('f.value'), knownOn: raw('f.known_on') }).map((part) => sql`${part}::text`),
  ', ',
);

/** For which days values are told, and on which days somebody looks at them: at each on itself or later. */
export interface LookedAt {
  readonly on: readonly IsoDate[];
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/**
 * What many companies were worth on many days, as known on any of others: one JSON list with an object of each company. `companies` is SQL of them, `cik`. It
 * holds their classes of shares, each with the days since and until which it is theirs, the raw closes that stand for one of the days, and splits, in all
 * versions; and their counts of shares, each with the day since which it answers. `marketValueOf` is what these tell of one day.
 */
export const marketValueHistory = (companies: Sql, { on, first, last }: LookedAt, knowledge: Knowledge): Sql => sql`
  SELECT coalesce(json_agg(json_build_object('cik', c.cik, 'classes', classes.list, 'counts', counts.lists)), '[]')
  FROM (${companies}) c
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('listing', l.listing, 'spans', l.spans, 'series', series.list, 'rawSince', begins.raw, 'adjustedSince', begins.adjusted, 'splits', splits.lists) ORDER BY l.listing), '[]') AS list
    FROM (${classesOf(raw('c.cik'))}) l
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('key', json_build_array(s.source, s.closes, coalesce(s.content, ''), coalesce(s.dated_on::text, '')), 'closes', found.lists) ORDER BY s.precedence, s.source, s.id), '[]') AS list
      FROM price_series s CROSS JOIN LATERAL (
        SELECT ${lists('observed_on', 'readable_on', 'close', 'known_on', 'known_on_basis')} AS lists FROM (
          SELECT v.observed_on, ${knownDay('v', { knowledge })} AS readable_on, v.close::float8 AS close, v.known_on, v.known_on_basis
          FROM (${closesFor(on, first, knowledge)}) v WHERE ${knownDay('v', { knowledge })} <= ${last}::date
          ORDER BY v.observed_on, ${closeOrder('v', { knowledge })}
        ) v
      ) found
      WHERE s.listing = l.listing AND s.closes = 'RAW'
    ) series
    CROSS JOIN LATERAL (
      SELECT min(v.known_on) FILTER (WHERE s.closes = 'RAW') AS raw, min(v.known_on) FILTER (WHERE s.closes <> 'RAW') AS adjusted FROM price_series s CROSS JOIN LATERAL (
        SELECT ${knownDay('v', { knowledge })} AS known_on FROM close v WHERE v.series_id = s.id ORDER BY v.observed_on, ${knownDay('v', { knowledge })} LIMIT 1
      ) v WHERE s.listing = l.listing
    ) begins
    CROSS JOIN LATERAL (
      SELECT ${lists('observed_on', 'readable_on', 'ratio')} AS lists FROM (
        SELECT a.observed_on, ${knownDay('a', { knowledge })} AS readable_on, a.ratio::float8 AS ratio FROM corporate_action a
        WHERE a.listing = l.listing AND a.kind = 'SPLIT' AND a.observed_on <= ${last}::date AND ${knownDay('a', { knowledge })} <= ${last}::date
        ORDER BY a.observed_on, ${versionOrder('a', { knowledge })}, a.ratio DESC NULLS LAST
      ) a
    ) splits
  ) classes
  CROSS JOIN LATERAL (
    SELECT ${lists('since', 'value', 'split_factor', 'basis', 'counted_on', 'known_on', 'known_on_basis', 'fact_key')} AS lists FROM (
      SELECT k.known_on AS since, f.value::float8 AS value, k.split_factor::float8 AS split_factor, k.basis, f.observed_on AS counted_on, f.known_on, f.known_on_basis, json_build_array(${factKey}) AS fact_key
      FROM (${shareCountsBetween(raw('c.cik'), sql`(SELECT min(n.day) FROM unnest(${on}::date[]) n(day)) - ${CLOSE_STANDS}::int`, last)}) k JOIN company_fact f ON f.id = k.fact_id
      ORDER BY k.known_on
    ) k
  ) counts`;
