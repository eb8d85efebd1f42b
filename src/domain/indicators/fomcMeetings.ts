import { type IsoDate, isoDate } from '../isoDate';

/** Meetings as the Federal Open Market Committee announced them: the days on which they end and the decision is published, all of the years from `from` to `to`. */
interface MeetingSchedule {
  readonly knownOn: IsoDate;
  readonly title: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly endOn: readonly IsoDate[];
}

const schedule = (knownOn: string, title: string, years: readonly [number, number], endOn: readonly string[]): MeetingSchedule => ({
  ...{ knownOn: isoDate(knownOn), title, from: isoDate(`${years[0]}-01-01`), to: isoDate(`${years[1]}-12-31`) },
  endOn: endOn.map(isoDate),
});

/**
 * The schedules whose announcement could be read with its day; those before them are not shipped, since the day on which they became known could not be told.
 * @source Board of Governors of the Federal Reserve System, press releases of 2024-08-09 and 2025-09-05; https://www.federalreserve.gov/monetarypolicy/fomccalendars.htm
 */
const SCHEDULES: readonly MeetingSchedule[] = [
  schedule('2024-08-09', 'Federal Open Market Committee announces its tentative meeting schedule for 2025 and 2026', [2025, 2026], [
    ...['2025-01-29', '2025-03-19', '2025-05-07', '2025-06-18', '2025-07-30', '2025-09-17', '2025-10-29', '2025-12-10'],
    ...['2026-01-28', '2026-03-18', '2026-04-29', '2026-06-17', '2026-07-29', '2026-09-16', '2026-10-28', '2026-12-09'],
  ]),
  schedule('2025-09-05', 'Federal Open Market Committee announces its tentative meeting schedule for 2027', [2027, 2027], [
    ...['2027-01-27', '2027-03-17', '2027-04-28', '2027-06-09', '2027-07-28', '2027-09-15', '2027-10-27', '2027-12-08'],
  ]),
];

/** The first meeting that ends after a day, or on it, by the schedules known then, and the title of the announcement; null where none of them holds that day's year or the next meeting. */
export function nextMeeting(asOf: IsoDate): { readonly on: IsoDate; readonly title: string; readonly knownOn: IsoDate } | null {
  const known = SCHEDULES.filter(({ knownOn }) => knownOn <= asOf);
  if (!known.some(({ from, to }) => from <= asOf && asOf <= to)) return null;
  const meetings = known.flatMap(({ endOn, title, knownOn }) => endOn.map((on) => ({ on, title, knownOn }))).filter(({ on }) => on >= asOf);
  return meetings.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}
