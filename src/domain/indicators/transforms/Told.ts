import type { IsoDate } from '../../isoDate';
import type { Frequency } from '../Frequency';

/** One vintage of a series: a transform reads one, and never values of two. */
export interface Vintage {
  readonly frequency: Frequency;
  /** True where its values are rates in percent: such a series does not grow, it moves by percentage points. */
  readonly isRate: boolean;
  /** At most one a period, the oldest first; a period may be lacking, or be there without a value. */
  readonly observations: readonly Observed[];
}

export interface Observed {
  readonly observedOn: IsoDate;
  readonly value: number | null;
}

/** What a transform tells of one period: a value, or why there is none. */
export type Told =
  | { readonly value: number; readonly flag: ObservationFlag | null; readonly reason: null }
  | { readonly value: null; readonly flag: null; readonly reason: NotTold };

export type Transformed = { readonly observedOn: IsoDate } & Told;

/** What is unusual about a value, by a stated rule. */
export enum ObservationFlag {
  /** The period that it is held against is lacking: it is held against the one before that, over the longer time. */
  BASE_EARLIER = 'BASE_EARLIER',
  /** Some periods of the stretch that it is told from are lacking. */
  GAPS = 'GAPS',
}

/** Why a period has no value. */
export enum NotTold {
  /** The publisher gives none of the period: no survey was taken, or the market was closed. */
  NOT_REPORTED = 'NOT_REPORTED',
  /** It takes values of other periods, of which too many are lacking. */
  INSUFFICIENT_HISTORY = 'INSUFFICIENT_HISTORY',
  /** The values are there, and the transform has no meaning for them. */
  NOT_DEFINED = 'NOT_DEFINED',
}

export const told = (value: number, flag: ObservationFlag | null = null): Told => ({ value, flag, reason: null });

export const notTold = (reason: NotTold): Told => ({ value: null, flag: null, reason });
