import { type At, isKnown } from '../at';
import { Column, type Sql, raw, sql } from '../sql';
import { dayOf } from './dayOf';
import type { Window } from './observations';

/** A release by columns or values. Without a number at FRED no calendar lists it. */
export interface ListedRelease {
  readonly code: unknown;
  readonly fredId: unknown;
}

const EVER: Window = { from: null, to: null };

/**
 * The days of a release within a window as known at `at`, each once, in no order: rows of `release_day` with `release_code`, and `is_scheduled`, which is
 * true of a day to come as the newest calendar has it that has any. A day that was to come, and of which no calendar says that it was kept, is not among them.
 */
export const releaseDaysOf = ({ code, fredId }: ListedRelease, at: At, { from, to }: Window = EVER): Sql => sql`
  SELECT DISTINCT ON (d.release_on) d.*, d.release_on > d.observed_on AS is_scheduled, ${code}::text AS release_code
  FROM release_day d
  WHERE d.fred_release = ${fredId}::int AND d.release_on BETWEEN coalesce(${from}::date, '-infinity') AND coalesce(${to}::date, 'infinity') AND ${isKnown('d', at)}
    AND (d.release_on = d.observed_on OR d.release_on > ${at.asOf}::date AND d.observed_on = (
      SELECT max(s.observed_on) FROM release_day s WHERE s.fred_release = ${fredId}::int AND s.release_on > s.observed_on AND ${isKnown('s', at)}))
  ORDER BY d.release_on, d.observed_on DESC, d.proven_on`;

/** The day of a release by the parts of its natural key, the release's code and the day. */
export const releaseDayByKey = ([code = raw('NULL'), day = raw('NULL')]: readonly Sql[], at: At): Sql => {
  const listed = { code: new Column('named', 'code'), fredId: new Column('named', 'fred_id') };
  const on = new Column('named', 'day');
  return sql`
    SELECT found.* FROM (SELECT r.code, r.fred_id, ${dayOf(day)} AS day FROM release r WHERE r.code = ${code}) named
    CROSS JOIN LATERAL (${releaseDaysOf(listed, at, { from: on, to: on })}) found WHERE named.day IS NOT NULL`;
};
