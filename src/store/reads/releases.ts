import type { At } from '../at';
import { type Sql, sql } from '../sql';
import { latestObservationOf } from './observations';
import { byFrequency, laterSql } from './periods';

export const releaseByCode = (code: unknown): Sql => sql`SELECT * FROM release WHERE code = ${code}`;

/** The newest observation of each of a release's indicators, as known at `at`, with how often it comes. */
const newestIn = (releaseCode: unknown, at: At): Sql => sql`
  SELECT newest.*, i.frequency FROM indicator i CROSS JOIN LATERAL (${latestObservationOf(sql`i.code`, at)}) newest WHERE i.release_code = ${releaseCode}`;

/** Since when the newest period of a release's indicators is known at `at`; null where none is. */
export const lastReleasedOn = (releaseCode: unknown, at: At): Sql => sql`SELECT max(known_on) FROM (${newestIn(releaseCode, at)}) n`;

/**
 * The day by which the period after the newest known one should be out by the usual lag, counted in days from that period's end; null
 * where the lag is not counted so, or nothing is known. What was later known of delays is not used: nobody knew it then.
 */
export function nextReleaseOn(releaseCode: unknown, lagDays: unknown, at: At): Sql {
  const weekly = sql`n.observed_on + 7`;
  const end = sql`${laterSql(sql`n.observed_on`, sql`2`, sql`n.frequency`)} - 1`;
  const ends = byFrequency(sql`n.frequency`, { DAILY: sql`NULL::date`, WEEKLY: weekly, MONTHLY: end, QUARTERLY: end });
  return sql`SELECT min(${ends} + ${lagDays}::int) FROM (${newestIn(releaseCode, at)}) n`;
}
