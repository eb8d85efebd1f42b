import { InvalidInput } from './errors';
import { dayNumber, dayOf, type IsoDate, isoDate } from './isoDate';
import { earlyClosesIn, holidaysIn, isWeekend, unscheduledClosures } from './nyseHolidays';

/*
 * The trading calendar of the New York Stock Exchange, 1990 to 2035. A session is a day on which it opened, however
 * briefly.
 *
 * For past days this is a record, not a forecast: it holds closures such as 11 September 2001, of which nobody knew
 * the day before. So it may date and age what happened, but "the next session" after a day is not always what that
 * day expected. For days to come it is the exchange's rules, which it may change.
 */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2035;
const FIRST_DAY = isoDate(`${FIRST_YEAR}-01-01`);
const LAST_DAY = isoDate(`${LAST_YEAR}-12-31`);
const FIRST_DAY_OF_EARLY_CLOSES = isoDate('1993-01-01');

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
const closures = new Set([...years.flatMap(holidaysIn), ...unscheduledClosures]);
const earlyCloses = new Set(years.flatMap(earlyClosesIn));

/** The days from Monday to Friday on which the exchange stayed closed, 1990 to 2035. */
export const weekdayClosures: readonly IsoDate[] = [...closures].filter((day) => !isWeekend(day)).sort();

/** All sessions, oldest first; and for each day, session or not, how many of them were over at its end. */
const sessions: IsoDate[] = [];
const countByDay = new Map<IsoDate, number>();
for (let number = dayNumber(FIRST_DAY); number <= dayNumber(LAST_DAY); number += 1) {
  const day = dayOf(number);
  if (!isWeekend(day) && !closures.has(day)) sessions.push(day);
  countByDay.set(day, sessions.length);
}

/**
 * Whether the exchange opened on `day`.
 *
 * @throws {InvalidInput} outside 1990 to 2035.
 */
export const isSession = (day: IsoDate): boolean => sessions[countThrough(day) - 1] === day;

/**
 * The first session strictly after `day`.
 *
 * @throws {InvalidInput} if `day` or that session is outside 1990 to 2035.
 */
export const nextSession = (day: IsoDate): IsoDate => sessions[countThrough(day)] ?? refuse(day);

/**
 * The last session strictly before `day`.
 *
 * @throws {InvalidInput} if `day` or that session is outside 1990 to 2035.
 */
export const previousSession = (day: IsoDate): IsoDate =>
  sessions[countThrough(day) - (isSession(day) ? 2 : 1)] ?? refuse(day);

/** The session `count` before the last one through `day`, which is that one itself for 0; undefined where the calendar does not reach so far. */
export const sessionBack = (day: IsoDate, count: number): IsoDate | undefined => sessions[(countByDay.get(day) ?? 0) - 1 - count];

/**
 * How many sessions lie after `from`, up to and including `to`: the age, in sessions, on `to` of what was observed on
 * `from`. From a Friday it is 0 on that Friday and on Sunday, and 1 on Monday. Two look-ups, however far apart.
 *
 * @throws {InvalidInput} if `to` is before `from`, since nothing has an age before it was observed; or if either is
 *   outside 1990 to 2035.
 */
export function sessionsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) throw new InvalidInput(`No sessions can be counted from ${from} to ${to}, a day before it.`);
  return countThrough(to) - countThrough(from);
}

/**
 * Whether `day` was a session planned to end at 13:00 in New York rather than 16:00. Sessions cut short by snow, a
 * failure or a falling market are not among them.
 *
 * @throws {InvalidInput} outside 1993 to 2035; before, early closes were at 14:00.
 */
export function closesEarly(day: IsoDate): boolean {
  if (day < FIRST_DAY_OF_EARLY_CLOSES) {
    throw new InvalidInput(`Early closes are known from ${FIRST_DAY_OF_EARLY_CLOSES}; ${day} is before.`);
  }
  return isSession(day) && earlyCloses.has(day);
}

const countThrough = (day: IsoDate): number => countByDay.get(day) ?? refuse(day);

function refuse(day: IsoDate): never {
  throw new InvalidInput(`The trading calendar holds ${FIRST_DAY} to ${LAST_DAY}; ${day} asks for more.`);
}
