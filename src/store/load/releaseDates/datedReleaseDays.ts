import type { PoolClient } from 'pg';
import { grouped } from '../../../domain/grouped';
import { dayInNewYork, type IsoDate } from '../../../domain/isoDate';
import { KnownOnBasis } from '../../../domain/knowledge';
import type { ReleaseDatesReport } from '../../../sources/ReleaseDatesReport';
import { type Known, claimedDay, knownOn } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import { type DatedVersion, fileRead } from '../versionOfDay';

/** A day of a release as a calendar has it, and whether it has yet to be added. */
interface DatedReleaseDay extends DatedVersion {
  readonly releaseOn: IsoDate;
  readonly observedOn: IsoDate;
}

/** From which day to which a calendar lists all days of a release, and whether that has yet to be added. */
interface DatedList extends DatedVersion {
  readonly observedOn: IsoDate;
  readonly firstOn: IsoDate;
  readonly throughOn: IsoDate;
}

/** What a calendar lists of one release, held against what is there. */
export interface DatedReleaseDates {
  readonly report: ReleaseDatesReport;
  readonly list: DatedList;
  readonly days: readonly DatedReleaseDay[];
}

interface StoredDay {
  readonly fredRelease: number;
  readonly releaseOn: IsoDate;
  readonly observedOn: IsoDate;
  readonly provenOn: IsoDate;
}

interface StoredList {
  readonly fredRelease: number;
  readonly observedOn: IsoDate;
  readonly firstOn: IsoDate;
  readonly throughOn: IsoDate;
}

/**
 * The days of a calendar, each by itself: that a release came out on one is new where nothing proved it by then, that it is to come out is new
 * for each calendar with a day of its own. An undated one adds nothing to come that the newest calendar has alike, and nothing if its bytes were read before.
 *
 * @throws {InvalidInput} if the day of the calendar cannot be, or file and caller say different days.
 */
export async function datedReleaseDays(client: PoolClient, request: LoadRequest, reports: readonly ReleaseDatesReport[], sha256: string): Promise<readonly DatedReleaseDates[]> {
  if (reports.length === 0) return [];
  const { isReadBefore } = await fileRead(client, request, sha256);
  const numbers = reports.map(({ fredRelease }) => fredRelease);
  const days = grouped((await client.query<StoredDay>(STORED_DAYS, [numbers])).rows, ({ fredRelease }) => fredRelease);
  const lists = grouped((await client.query<StoredList>(STORED_LISTS, [numbers])).rows, ({ fredRelease }) => fredRelease);
  return reports.map((report) => {
    const known = calendarDay(request, report);
    const isSeenAgain = isReadBefore && known.knownOnBasis === KnownOnBasis.FIRST_SEEN;
    const [ofRelease, listed] = [days.get(report.fredRelease) ?? [], lists.get(report.fredRelease) ?? []];
    return { report, list: datedList(report, known, listed, isSeenAgain), days: datedDays(report, known, ofRelease, isSeenAgain) };
  });
}

/** The day on which a calendar could be read. */
function calendarDay({ told, now }: LoadRequest, { fredRelease, name, knownOn: said }: ReleaseDatesReport): Known {
  const about = `The calendar of ${name ?? `release ${fredRelease}`}`;
  const today = dayInNewYork(now);
  const claimed = claimedDay(about, said, told.knownOn);
  return knownOn({ about, observedOn: claimed ?? today, today, claimed, othersKnownOn: [], usual: 'FIRST_SEEN' });
}

function datedList({ days, listedTo }: ReleaseDatesReport, known: Known, stored: readonly StoredList[], isSeenAgain: boolean): DatedList {
  const [firstOn = known.knownOn, last = known.knownOn] = [days[0], days.at(-1)];
  const through = listedTo ?? (last > known.knownOn ? last : known.knownOn);
  const throughOn = through > last ? through : last;
  const isThere = stored.some((list) => list.observedOn === known.knownOn && list.firstOn === firstOn && list.throughOn === throughOn);
  return { ...known, observedOn: known.knownOn, firstOn, throughOn, isNew: !isThere && !isSeenAgain };
}

function datedDays({ days }: ReleaseDatesReport, known: Known, stored: readonly StoredDay[], isSeenAgain: boolean): readonly DatedReleaseDay[] {
  const calendarOn = known.knownOn;
  const proven = new Map<IsoDate, IsoDate>();
  for (const { releaseOn, observedOn, provenOn } of stored) {
    const before = proven.get(releaseOn);
    if (releaseOn === observedOn && (before === undefined || provenOn < before)) proven.set(releaseOn, provenOn);
  }
  const toCome = stored.filter(({ releaseOn, observedOn }) => releaseOn > observedOn);
  const there = new Set(toCome.filter(({ observedOn }) => observedOn === calendarOn).map(({ releaseOn }) => releaseOn));
  const newest = known.knownOnBasis === KnownOnBasis.FIRST_SEEN ? newestOf(toCome) : [];
  const ahead = days.filter((day) => day > calendarOn);
  const isAlike = newest.filter((day) => day > calendarOn).join(' ') === ahead.join(' ');
  return days.map((releaseOn) => {
    if (releaseOn > calendarOn) return { releaseOn, observedOn: calendarOn, ...known, isNew: !there.has(releaseOn) && !isAlike && !isSeenAgain };
    const before = proven.get(releaseOn);
    const isNew = (before === undefined || calendarOn < before) && !isSeenAgain;
    return { releaseOn, observedOn: releaseOn, knownOn: releaseOn, knownOnBasis: KnownOnBasis.RELEASE_CALENDAR, provenOn: isNew ? calendarOn : (before ?? calendarOn), isNew };
  });
}

/** The days to come of the newest calendar that has any, ascending. */
function newestOf(toCome: readonly StoredDay[]): readonly IsoDate[] {
  const newest = toCome.map(({ observedOn }) => observedOn).sort().at(-1);
  return toCome.filter(({ observedOn }) => observedOn === newest).map(({ releaseOn }) => releaseOn).sort();
}

const STORED_DAYS = `
  SELECT fred_release AS "fredRelease", release_on::text AS "releaseOn", observed_on::text AS "observedOn", proven_on::text AS "provenOn"
  FROM release_day WHERE fred_release = ANY ($1::int[])`;

const STORED_LISTS = `
  SELECT fred_release AS "fredRelease", observed_on::text AS "observedOn", first_on::text AS "firstOn", through_on::text AS "throughOn"
  FROM release_list WHERE fred_release = ANY ($1::int[])`;
