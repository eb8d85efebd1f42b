import { addDays, type IsoDate, isoDate } from '../isoDate';
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
  if (months === 0) return observedOn;
  const [year, month] = [Number(observedOn.slice(0, 4)), Number(observedOn.slice(5, 7)) - 1 + months];
  const next = `${String(year + Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return addDays(isoDate(next), -1);
}
