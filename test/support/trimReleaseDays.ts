import type { PoolClient } from 'pg';
import { releases } from '../../src/domain/indicators/releases';
import { Knowledge } from '../../src/domain/knowledge';
import type { Stand } from './trimmedDatabases';

/** The releases whose calendars date values: of what holds on the day itself none does. */
const DATING = releases.flatMap(({ fredId, lag }) => (fredId === null || lag === 'SAME_DAY' ? [] : fredId));

/**
 * Takes out the days of releases known after a day. That a release came out on a day was known on that day, but the calendar that proves it is read later, and
 * dates values of before the vintages, as a usual lag does that was told from later experience: so the days of those releases stay that have come.
 */
export async function trimReleaseDays(client: PoolClient, { asOf, knowledge }: Stand): Promise<void> {
  const day = knowledge === Knowledge.ANY ? 'known_on' : 'proven_on';
  const kept = knowledge === Knowledge.ANY ? DATING : [];
  await client.query(`DELETE FROM release_day WHERE ${day} > $1::date AND (release_on > observed_on OR fred_release <> ALL ($2::int[]))`, [asOf, kept]);
  await client.query(`DELETE FROM release_list WHERE ${day} > $1::date AND fred_release <> ALL ($2::int[])`, [asOf, kept]);
}
