import type { DataSource } from 'typeorm';
import { isoDate } from '../../src/domain/isoDate';
import calendar from '../../src/sources/definitions/fred-release-dates';
import { loadFile } from '../../src/store/load/loadFile';
import type { LoadReport } from '../../src/store/load/LoadRequest';
import { type Circumstances, noonOf } from '../store/load/invented';

/** The days of each release, by its number at FRED. */
type Days = Readonly<Record<number, readonly string[]>>;

/** Loads days as an answer of FRED's API has them, on 2026-11-02 where nothing else is said. */
export function loadReleaseDays(db: DataSource, days: Days, { on = '2026-11-02', knownOn, fileName = 'releases.json' }: Circumstances = {}, envelope: object = {}): Promise<LoadReport> {
  const release_dates = Object.entries(days).flatMap(([release_id, dates]) => dates.map((date) => ({ release_id: Number(release_id), date })));
  const told = knownOn === undefined ? {} : { knownOn: isoDate(knownOn) };
  return loadFile(db, { source: calendar, fileName, bytes: Buffer.from(JSON.stringify({ ...envelope, release_dates })), told, now: noonOf(on) });
}

/** Calendars of releases that date values, one of which is late once, and of one that dates none; each of them changes its mind about what is to come. */
export async function fillReleases(db: DataSource): Promise<void> {
  const jobs = ['2022-08-05', '2022-09-02', '2023-12-08', '2024-01-05', '2024-02-02', '2024-03-08', '2024-04-05', '2024-05-03', '2024-06-18'];
  const meetings = ['2024-03-20', '2024-05-01', '2024-06-12'];
  await loadReleaseDays(db, { 50: [...jobs, '2024-07-05', '2024-08-02'], 101: [...meetings, '2024-07-31', '2024-09-18'], 7: ['2024-06-03'] }, { knownOn: '2024-06-20' });
  await loadReleaseDays(db, { 50: [...jobs, '2024-07-05', '2024-08-02', '2024-09-06', '2024-10-04', '2024-11-01'], 101: ['2024-09-18', '2024-11-07', '2024-12-18'] }, { knownOn: '2024-10-10' });
  await loadReleaseDays(db, { 10: ['2014-01-16', '2024-05-15', '2024-06-12', '2024-07-11', '2024-12-11'], 101: ['2025-01-29', '2026-12-09'] });
}
