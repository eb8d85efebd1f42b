import type { IsoDate } from '../../domain/isoDate';
import { lastDayOf, type Month, monthOf } from '../../domain/months';
import { sessionBack } from '../../domain/nyseCalendar';

/** The last session of each of so many months up to a day, the newest first, as far as the trading calendar reaches: the day's own month is among them once it is over. */
export function monthEnds(day: IsoDate, months: number): readonly IsoDate[] {
  const own = monthOf(day);
  const last = (lastSession(own) ?? '~') <= day ? own : own - 1;
  return Array.from({ length: months }, (_, i) => lastSession(last - i)).filter((end) => end !== undefined);
}

const told = new Map<Month, IsoDate | undefined>();

function lastSession(month: Month): IsoDate | undefined {
  if (!told.has(month)) told.set(month, sessionBack(lastDayOf(month), 0));
  return told.get(month);
}
