import { addDays, type IsoDate, isoDate } from '../isoDate';
import { nextSession } from '../nyseCalendar';
import { isWeekend } from '../nyseHolidays';
import { indicators } from './catalog';
import { periodEnd } from './periodEnd';
import { type Release, releases } from './releases';

const releaseByCode = new Map(releases.map((release) => [release.code, release]));
const frequencyAndRelease = new Map(indicators.map(({ code, frequency, releaseCode }) => [code, { frequency, release: releaseByCode.get(releaseCode) }]));

/** Before its first day the trading calendar knows no holidays. */
const CALENDAR_FROM = isoDate('1990-01-01');

/**
 * The day on which a value counts as known where no vintage says more: the end of its period and the release's usual lag, or the day on
 * which a release that was delayed came out. Null of a series that the catalog does not hold.
 */
export function assumedKnownOn(code: string, observedOn: IsoDate): IsoDate | null {
  const { frequency, release } = frequencyAndRelease.get(code) ?? {};
  if (frequency === undefined || release === undefined) return null;
  const delayed = release.delays.find(({ from, to }) => from <= observedOn && observedOn <= to);
  return delayed?.knownOn ?? afterLag(periodEnd(observedOn, frequency), release);
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
