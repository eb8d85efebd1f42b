import type { IsoDate } from '../isoDate';
import { lastDayOf, monthOf } from '../months';
import { Frequency } from './Frequency';

const MONTHS: Readonly<Record<Frequency, number>> = {
  [Frequency.DAILY]: 0,
  [Frequency.WEEKLY]: 0,
  [Frequency.MONTHLY]: 1,
  [Frequency.QUARTERLY]: 3,
};

/** The last day of the period that FRED dates `observedOn`: its first day, but the last of a week. */
export function periodEnd(observedOn: IsoDate, frequency: Frequency): IsoDate {
  const months = MONTHS[frequency];
  return months === 0 ? observedOn : lastDayOf(monthOf(observedOn) + months - 1);
}
