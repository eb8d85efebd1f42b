import { addDays, type IsoDate } from '../../isoDate';
import { firstDayOf, lastDayOf, monthOf } from '../../months';
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
  const month = monthOf(day) + periods * (frequency === Frequency.QUARTERLY ? 3 : 1);
  const [same, last] = [addDays(firstDayOf(month), Number(day.slice(8)) - 1), lastDayOf(month)];
  return same < last ? same : last;
}
