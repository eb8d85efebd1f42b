import type { At } from '../at';
import { type Sql, sql } from '../sql';
import { latestObservationOf } from './observations';
import { periodEndSql } from './periods';
import { type ListedRelease, releaseDaysOf } from './releaseDays';

export const allReleases = sql`SELECT * FROM release`;

export const releaseByCode = (code: unknown): Sql => sql`SELECT * FROM release WHERE code = ${code}`;

/** The newest observation of each of a release's indicators, as known at `at`, with how often it comes. */
const newestIn = (releaseCode: unknown, at: At): Sql => sql`
  SELECT newest.*, i.frequency FROM indicator i CROSS JOIN LATERAL (${latestObservationOf(sql`i.code`, at)}) newest WHERE i.release_code = ${releaseCode}`;

/**
 * When a release last came out by what is known at `at`: one row `released_on, basis`. It is the last day that a calendar lists (RELEASE_CALENDAR), where that
 * lies after the newest period that is known; else the calendar is older than that, and it is the day since when that period is known, with its ground.
 * Both are null where nothing is known.
 */
export const lastReleaseOf = (release: ListedRelease, at: At): Sql => sql`
  SELECT CASE WHEN by_calendar THEN listed_on ELSE known_on END AS released_on, CASE WHEN by_calendar THEN 'RELEASE_CALENDAR' ELSE known_on_basis END AS basis
  FROM (
    SELECT newest.*, listed.listed_on, listed.listed_on IS NOT NULL AND listed.listed_on > coalesce(newest.ended_on, '-infinity') AS by_calendar
    FROM (SELECT max(release_on) AS listed_on FROM (${releaseDaysOf(release, at)}) d WHERE NOT is_scheduled) listed
    LEFT JOIN (
      SELECT max(${periodEndSql(sql`n.observed_on`, 0, sql`n.frequency`)}) AS ended_on, max(n.known_on) AS known_on, (array_agg(n.known_on_basis ORDER BY n.known_on DESC, n.known_on_basis))[1] AS known_on_basis
      FROM (${newestIn(release.code, at)}) n
    ) newest ON TRUE
  ) told`;

/**
 * When a release is due next by what is known at `at`: one row `due_on, basis`. It is the first day to come that a calendar has (RELEASE_CALENDAR); else the
 * day by which the period after the newest known one should be out by the usual lag (LAG_ASSUMED), counted in days from that period's end. Both
 * are null where the lag is not counted so, or nothing is known. What was later known of delays is not used: nobody knew it then.
 */
export const nextReleaseOf = (release: ListedRelease, lagDays: unknown, at: At): Sql => sql`
  SELECT coalesce(listed_on, lagged_on) AS due_on, CASE WHEN listed_on IS NOT NULL THEN 'RELEASE_CALENDAR' WHEN lagged_on IS NOT NULL THEN 'LAG_ASSUMED' END AS basis
  FROM (
    SELECT (SELECT min(release_on) FROM (${releaseDaysOf(release, at)}) d WHERE is_scheduled) AS listed_on,
      (SELECT min(${periodEndSql(sql`n.observed_on`, 1, sql`n.frequency`)} + ${lagDays}::int) FROM (${newestIn(release.code, at)}) n) AS lagged_on
  ) told`;
