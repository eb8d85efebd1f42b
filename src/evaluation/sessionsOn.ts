import { type IsoDate, addDays, isoDate } from '../domain/isoDate';
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
  return every === Every.DAY ? sessions : sessions.filter((day, i) => sessions[i + 1] === undefined || periodOf(every, day) !== periodOf(every, sessions[i + 1] ?? day));
}

const periodOf = (every: Every.WEEK | Every.MONTH, day: IsoDate): string => (every === Every.MONTH ? day.slice(0, 7) : mondayOf(day));

const mondayOf = (day: IsoDate): IsoDate => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
