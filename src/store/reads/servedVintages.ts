import { VINTAGES_A_DAY } from '../../domain/indicators/vintagePlace';
import type { At } from '../at';
import { type Sql, raw, sql } from '../sql';
import type { Window } from './observations';

/** What a vintage answers with: rows `series_code, vintage_id, is_assumed, read_at, first_on, last_on`, of which the values are the intervals that hold `read_at`. */
const SERVED = raw('served.series_code, served.id AS vintage_id, FALSE AS is_assumed, served.place AS read_at, served.first_observed_on AS first_on, served.observed_on AS last_on');
const ASSUMED = raw('assumed.series_code, assumed.vintage_id, TRUE AS is_assumed, assumed.read_at, assumed.first_on, assumed.last_on');

/** True for vintages that answer and are known by a day: their places go by the day. All of a vintage is proven when it is known. */
const isServed = (code: unknown, { asOf }: At): Sql => sql`served.series_code = ${code}
  AND served.place < ((${asOf}::date - '1970-01-01'::date) + 1)::bigint * ${raw(String(VINTAGES_A_DAY))}
  AND NOT EXISTS (SELECT FROM unserved_vintage unserved WHERE unserved.series_code = served.series_code AND unserved.place = served.place)`;

/** What answers for the time before the vintages; no row where only what is proven counts. */
export const assumedVintage = (code: unknown, { knowledge }: Pick<At, 'knowledge'>): Sql =>
  sql`SELECT ${ASSUMED} FROM assumed_vintage assumed WHERE assumed.series_code = ${code} AND ${knowledge}::text <> 'PROVEN'`;

/**
 * The vintage that answers for a window at `at`, at most one row: the newest that has all of the window's periods which vintages known by then have. Where an
 * excerpt alone reaches its end, what answers for the time before the vintages, and where nothing does, the newest that has its beginning.
 */
export const servedVintageAt = (code: unknown, at: At, window: Window): Sql => sql`
  SELECT * FROM (
    (SELECT ${SERVED} ${knownVintages(code, at)} AND ${reachesBack(window)} AND ${reachesOn(window, at)} ${NEWEST})
    UNION ALL (${assumedVintage(code, at)})
    UNION ALL (SELECT ${SERVED} ${knownVintages(code, at)} AND ${reachesBack(window)} ${NEWEST})
  ) candidate LIMIT 1`;

/** All that answer for some window at `at`, in no order. */
export const servedVintages = (code: unknown, at: At): Sql => sql`SELECT ${SERVED} FROM vintage served WHERE ${isServed(code, at)} UNION ALL ${assumedVintage(code, at)}`;

const knownVintages = (code: unknown, at: At): Sql => sql`FROM vintage served LEFT JOIN (${assumedVintage(code, at)}) assumed ON TRUE WHERE ${isServed(code, at)}`;

const NEWEST = sql`ORDER BY served.place DESC LIMIT 1`;

/** True where no period of the window lies before the vintage's first. Of one that is no excerpt the range is empty. */
const reachesBack = ({ from }: Window): Sql => sql`NOT EXISTS (
  SELECT FROM observation_interval missed
  WHERE missed.series_code = served.series_code AND missed.observed_on < served.first_observed_on AND missed.observed_on >= coalesce(${from}::date, '-infinity')
    AND missed.place_from <= greatest(served.place, assumed.read_at))`;

/** The same of its last. No period after the knowledge date is known. */
const reachesOn = ({ to }: Window, { asOf }: At): Sql => sql`NOT EXISTS (
  SELECT FROM observation_interval missed
  WHERE missed.series_code = served.series_code AND missed.observed_on > served.observed_on AND missed.observed_on <= least(${to}::date, ${asOf}::date)
    AND missed.place_from <= served.place)`;
