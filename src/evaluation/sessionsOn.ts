import { type IsoDate, addDays, isoDate, weekdayOf } from '../domain/isoDate';
import { isSession, nextSession } from '../domain/nyseCalendar';

/** How often a history has an item: on each session, or on the last one of each week or month. */
export enum Every {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
}

/** The trading calendar's first session: nothing is told of a day before it. */
export const FIRST_SESSION = isoDate('1990-01-02');

/** The NYSE sessions from one day to another, both among them. */
function sessionsFrom(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const found: IsoDate[] = [];
  const first = from < FIRST_SESSION ? FIRST_SESSION : from;
  for (let day = isSession(first) ? first : nextSession(first); day <= to; day = nextSession(day)) found.push(day);
  return found;
}

/** Those that are the last of their week or month; of the last one, the newest session so far. */
export function sessionsEvery(every: Every, from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const sessions = sessionsFrom(from, to);
  return placesEvery(every, sessions).flatMap((place) => sessions[place] ?? []);
}

/** Where among successive sessions those stand; the last one stands for a period that may not be over. */
export function placesEvery(every: Every, sessions: readonly IsoDate[]): readonly number[] {
  return sessions.flatMap((day, i) => (every === Every.DAY || sessions[i + 1] === undefined || periodOf(every, day) !== periodOf(every, sessions[i + 1] ?? day) ? [i] : []));
}

/** How many sessions lie from one of them to the next, about. */
export const SESSIONS_APART: Readonly<Record<Every, number>> = { DAY: 1, WEEK: 5, MONTH: 21 };

const periodOf = (every: Every.WEEK | Every.MONTH, day: IsoDate): string => (every === Every.MONTH ? day.slice(0, 7) : mondayOf(day));

const mondayOf = (day: IsoDate): IsoDate => addDays(day, -((weekdayOf(day) + 6) % 7));
