import type { PoolClient } from 'pg';
import { AssumedDays } from '../../../domain/indicators/AssumedDays';
import { indicators } from '../../../domain/indicators/catalog';
import { releaseOf } from '../../../domain/indicators/laggedDay';
import { type Listed, ReleaseCalendar } from '../../../domain/indicators/ReleaseCalendar';
import type { IsoDate } from '../../../domain/isoDate';

/** Since when each value of a series counts as known before its vintages, by the calendars that are there. */
export async function assumedDaysOf(client: PoolClient, series: string): Promise<AssumedDays> {
  const number = releaseOf(series)?.release?.fredId ?? null;
  return new AssumedDays(series, number === null ? undefined : await calendarOf(client, number));
}

async function calendarOf(client: PoolClient, fredRelease: number): Promise<ReleaseCalendar> {
  const days = await client.query<{ day: IsoDate }>('SELECT DISTINCT release_on::text AS day FROM release_day WHERE fred_release = $1 AND release_on = observed_on', [fredRelease]);
  const lists = await client.query<Listed>(
    'SELECT first_on::text AS from, least(through_on, observed_on)::text AS to FROM release_list WHERE fred_release = $1 AND first_on <= observed_on',
    [fredRelease],
  );
  return new ReleaseCalendar(days.rows.map(({ day }) => day), lists.rows);
}

/** Dates the values of releases anew, after calendars of them came. */
export async function redateByCalendar(client: PoolClient, fredReleases: readonly number[]): Promise<void> {
  for (const { code } of indicators) {
    const number = releaseOf(code)?.release?.fredId ?? null;
    if (number !== null && fredReleases.includes(number)) await redate(client, code);
  }
}

async function redate(client: PoolClient, series: string): Promise<void> {
  const { rows } = await client.query<{ observedOn: IsoDate }>(
    'SELECT DISTINCT observed_on::text AS "observedOn" FROM observation_interval WHERE series_code = $1 AND assumed_on IS NOT NULL',
    [series],
  );
  if (rows.length === 0) return;
  const assumed = await assumedDaysOf(client, series);
  const days = rows.flatMap(({ observedOn }) => {
    const day = assumed.of(observedOn);
    return day === null ? [] : { observedOn, ...day };
  });
  await client.query(REDATED, [series, days.map(({ observedOn }) => observedOn), days.map(({ knownOn }) => knownOn), days.map(({ knownOnBasis }) => knownOnBasis)]);
}

const REDATED = `
  UPDATE observation_interval o SET assumed_on = d.assumed_on, assumed_basis = d.assumed_basis
  FROM unnest($2::date[], $3::date[], $4::text[]) d(observed_on, assumed_on, assumed_basis)
  WHERE o.series_code = $1 AND o.observed_on = d.observed_on AND (o.assumed_on, o.assumed_basis) IS DISTINCT FROM (d.assumed_on, d.assumed_basis)`;
