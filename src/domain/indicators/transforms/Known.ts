import { type Spans, SPANS, periodOf } from '../periods';
import { Frequency } from '../Frequency';
import type { Vintage } from './Told';

/** A value of an earlier period, and how many periods back it is. */
export interface Base {
  readonly value: number;
  readonly back: number;
  readonly isEarlier: boolean;
}

/** A stretch of periods that ends with one of them, and the values that it has. */
export interface Stretch {
  readonly values: readonly number[];
  readonly isComplete: boolean;
  /** Whether it has enough of its values, from its beginning on, to tell something of the whole. */
  readonly isEnough: boolean;
}

/** How many days before a day its value may be from, at most: weekends and holidays have none of their own. */
export const CARRIED_DAYS = 6;

/** The share of a stretch that must have values, over whole numbers: three of four periods, and of days three of four working days. */
export const ENOUGH = { ofPeriods: { of: 3, outOf: 4 }, ofDays: { of: 15, outOf: 28 } };

/** The values of one vintage by their periods. */
export class Known {
  readonly spans: Spans;
  private readonly frequency: Frequency;
  private readonly periods: number[] = [];
  private readonly values: number[] = [];
  private readonly places = new Map<number, number>();

  constructor({ frequency, observations }: Vintage) {
    this.frequency = frequency;
    this.spans = SPANS[frequency];
    for (const { observedOn, value } of observations) {
      if (value === null) continue;
      const period = periodOf(observedOn, frequency);
      this.places.set(period, this.values.length);
      this.periods.push(period);
      this.values.push(value);
    }
  }

  /**
   * What `period` is held against: the value of so many periods before it. Where a week, month or quarter is lacking the one before it
   * stands in; a day that is lacking has the value of the last day before it. Nothing where there is none either.
   */
  base(period: number, back: number): Base | undefined {
    const isDaily = this.frequency === Frequency.DAILY;
    for (let further = 0; further <= (isDaily ? CARRIED_DAYS : 1); further += 1) {
      const value = this.values[this.places.get(period - back - further) ?? -1];
      if (value !== undefined) return isDaily ? { value, back, isEarlier: false } : { value, back: back + further, isEarlier: further > 0 };
    }
    return undefined;
  }

  /** The `length` periods up to one that has a value. */
  stretch(period: number, length: number): Stretch {
    const isDaily = this.frequency === Frequency.DAILY;
    const last = this.places.get(period) ?? -1;
    let first = last;
    while (first > 0 && (this.periods[first - 1] ?? NaN) > period - length) first -= 1;
    const values = this.values.slice(first, last + 1);
    const late = (this.periods[first] ?? NaN) - (period - length + 1);
    const { of, outOf } = isDaily ? ENOUGH.ofDays : ENOUGH.ofPeriods;
    const isEnough = late <= (isDaily ? CARRIED_DAYS : 1) && values.length * outOf >= length * of;
    return { values, isEnough, isComplete: isDaily ? isEnough : values.length === length };
  }
}
