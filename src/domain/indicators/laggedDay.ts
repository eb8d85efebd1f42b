import { addDays, type IsoDate, isoDate } from '../isoDate';
import { nextSession } from '../nyseCalendar';
import { isWeekend } from '../nyseHolidays';
import { indicators } from './catalog';
import type { Frequency } from './Frequency';
import { periodEnd } from './periodEnd';
import { type Release, releases } from './releases';

const releaseByCode = new Map(releases.map((release) => [release.code, release]));
const byCode = new Map(indicators.map(({ code, frequency, releaseCode }) => [code, { frequency, release: releaseByCode.get(releaseCode) }]));

/** Before its first day the trading calendar knows no holidays. */
const CALENDAR_FROM = isoDate('1990-01-01');

/** The day on which a value counts as known by the usual lag of its release, and the end of the period that it is about. */
export interface Lagged {
  readonly periodEnd: IsoDate;
  readonly knownOn: IsoDate;
  /** True where the release was delayed, and the day is that on which it came out. */
  readonly isDelayed: boolean;
}

/** How often a series comes, and in which release; undefined of one that the catalog does not hold. */
export const releaseOf = (code: string): { readonly frequency: Frequency; readonly release: Release | undefined } | undefined => byCode.get(code);

/**
 * The day on which a value counts as known where neither a vintage nor a calendar says more: the end of its period and the release's
 * usual lag, or the day on which a release that was delayed came out. Null of a series that the catalog does not hold.
 */
export function laggedDay(code: string, observedOn: IsoDate): Lagged | null {
  const { frequency, release } = releaseOf(code) ?? {};
  if (frequency === undefined || release === undefined) return null;
  const end = periodEnd(observedOn, frequency);
  const delayed = release.delays.find(({ from, to }) => from <= observedOn && observedOn <= to);
  return { periodEnd: end, knownOn: delayed?.knownOn ?? afterLag(end, release), isDelayed: delayed !== undefined };
}

function afterLag(end: IsoDate, { lag }: Release): IsoDate {
  if (lag === 'SAME_DAY') return end;
  if (lag === 'NEXT_SESSION') return end < CALENDAR_FROM ? nextWeekday(end) : nextSession(end);
  return addDays(end, lag.days);
}

function nextWeekday(day: IsoDate): IsoDate {
  const next = addDays(day, 1);
  return isWeekend(next) ? nextWeekday(next) : next;
}
