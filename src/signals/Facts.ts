import type { IsoDate } from '../domain/isoDate';
import type { KnownOnBasis } from '../domain/knowledge';

/** When a fact became known, and on what ground. */
export interface Dated {
  /** The day that it is about; a period by its first day. */
  readonly observedOn: IsoDate;
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
}

/** One value of an indicator. */
export interface Observed extends Dated {
  readonly value: number;
  /** What the vintage that it is read from is called. */
  readonly vintage: string;
}

/**
 * All that signals may see: what was known at the end of one day. There is nothing of a later one in it, and nothing else is at
 * hand: no clock, no connection.
 */
export interface Facts {
  readonly asOf: IsoDate;

  /**
   * An indicator's published values about the `days` before the day and the day itself, the oldest first, all of one vintage, the newest known. Months
   * without a value are left out.
   */
  observations(code: string, days: number): readonly Observed[];
}
