import { monthOf } from '../../domain/months';
import type { Observed } from '../Facts';

/** Observations by calendar month: the row before is not always the month before. A quarter stands in its first month. */
export class Monthly {
  private readonly byMonth: ReadonlyMap<number, Observed>;
  readonly newest: Observed;
  readonly newestMonth: number;

  constructor(observations: readonly [Observed, ...Observed[]]) {
    this.byMonth = new Map(observations.map((one) => [monthOf(one.observedOn), one]));
    this.newest = observations.at(-1) ?? observations[0];
    this.newestMonth = monthOf(this.newest.observedOn);
  }

  on(month: number): Observed | undefined {
    return this.byMonth.get(month);
  }

  /**
   * What a change over `months` starts from: the month so far back, or, where that has no value (October 2025 has none: no survey was
   * taken), the month before it. How far back it is in truth comes with it, since rates are reckoned by it.
   */
  base(month: number, months: number): Base | undefined {
    for (const back of [months, months + 1]) {
      const from = this.byMonth.get(month - back);
      if (from !== undefined) return { from, months: back };
    }
    return undefined;
  }

  /** The three months that end with one, if all of them have a value. */
  threeTo(month: number): readonly Observed[] | undefined {
    const three = [month - 2, month - 1, month].map((one) => this.byMonth.get(one));
    return three.every((one) => one !== undefined) ? three : undefined;
  }
}

/** Where a change starts. */
export interface Base {
  readonly from: Observed;
  readonly months: number;
}

/** The change to `value` as a rate a year, in percent. */
export const annualized = (value: number, { from, months }: Base): number => ((value / from.value) ** (12 / months) - 1) * 100;
