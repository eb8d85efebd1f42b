import { addDays, isoDate, type IsoDate } from '../../isoDate';
import { Frequency } from '../Frequency';
import { SPANS, periodOf } from '../periods';
import type { Vintage } from './Told';

/**
 * The observations, and one without a value for each week, month or quarter that is lacking between two of them: no survey was taken. Where
 * more than a year is lacking the series had stopped, and nothing is filled in. Days are not filled in: which of them are due is not known.
 */
export function withGaps({ frequency, observations }: Vintage): Vintage['observations'] {
  if (frequency === Frequency.DAILY) return observations;
  return observations.flatMap((observed, i) => {
    const next = observations[i + 1];
    const lacking = next === undefined ? 0 : periodOf(next.observedOn, frequency) - periodOf(observed.observedOn, frequency) - 1;
    if (lacking > SPANS[frequency].year) return [observed];
    const gaps = Array.from({ length: Math.max(0, lacking) }, (_, n) => ({ observedOn: later(observed.observedOn, n + 1, frequency), value: null }));
    return [observed, ...gaps];
  });
}

/** The day so many periods later; the last one of its month where that is shorter. */
function later(day: IsoDate, periods: number, frequency: Frequency): IsoDate {
  if (frequency === Frequency.WEEKLY) return addDays(day, 7 * periods);
  const month = periodOf(day, Frequency.MONTHLY) + periods * (frequency === Frequency.QUARTERLY ? 3 : 1);
  const first = isoDate(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`);
  const same = addDays(first, Number(day.slice(8)) - 1);
  return same.slice(0, 7) === first.slice(0, 7) ? same : addDays(isoDate(`${same.slice(0, 7)}-01`), -1);
}
