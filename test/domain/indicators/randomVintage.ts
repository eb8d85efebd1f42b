import { Frequency } from '../../../src/domain/indicators/Frequency';
import type { Observed, Vintage } from '../../../src/domain/indicators/transforms/Told';
import { type IsoDate, addDays, isoDate } from '../../../src/domain/isoDate';
import type { Random } from '../../support/Random';

export interface Shape {
  readonly frequency: Frequency;
  readonly length: number;
  readonly isRate?: boolean;
  /** What share of the periods is lacking; of half of them there is a line without a value. */
  readonly lacking?: number;
  /** The values wander from here, and above zero if this is. */
  readonly start?: number;
}

/** A series that wanders, with gaps; the days of markets, the Saturdays of weeks, the first days of months and quarters. */
export function randomVintage(random: Random, { frequency, length, isRate = false, lacking = 0.1, start = 100 }: Shape): Vintage {
  const observations: Observed[] = [];
  let walk = start;
  for (const observedOn of days(frequency, length)) {
    walk = start > 0 ? walk * (0.97 + 0.062 * random.fraction()) : walk + random.fraction() - 0.5;
    const value = Math.round(walk * 100) / 100;
    if (!random.chance(lacking)) observations.push({ observedOn, value });
    else if (random.chance(0.5)) observations.push({ observedOn, value: null });
  }
  return { frequency, isRate, observations };
}

function days(frequency: Frequency, length: number): readonly IsoDate[] {
  const each = Array.from({ length }, (_, n) => n);
  const monthly = (step: number): readonly IsoDate[] =>
    each.map((n) => isoDate(`${2000 + Math.floor((n * step) / 12)}-${String(((n * step) % 12) + 1).padStart(2, '0')}-01`));
  switch (frequency) {
    case Frequency.DAILY:
      return each.map((n) => addDays(isoDate('2012-01-02'), Math.floor(n / 5) * 7 + (n % 5)));
    case Frequency.WEEKLY:
      return each.map((n) => addDays(isoDate('2010-01-02'), 7 * n));
    case Frequency.MONTHLY:
      return monthly(1);
    case Frequency.QUARTERLY:
      return monthly(3);
  }
}
