import { addDays, type IsoDate } from '../../domain/isoDate';
import { ageOn } from '../ageOn';
import type { Observed } from '../Facts';

/** A day on which the target range moved. */
export interface Move {
  readonly on: Observed;
  /** In basis points; a cut is negative. */
  readonly change: number;
}

/** The changes of the range's upper bound after `from`, from one observation to the next. */
export const movesSince = (bounds: readonly Observed[], from: IsoDate): readonly Move[] =>
  bounds.flatMap((on, i) => {
    const before = bounds[i - 1];
    const change = before === undefined ? 0 : basisPoints(before.value, on.value);
    return change === 0 || on.observedOn <= from ? [] : [{ on, change }];
  });

/** A change of two rates in percent, in whole hundredths of a basis point: the rates have two decimals. */
export const basisPoints = (from: number, to: number): number => Math.round((to - from) * 10_000) / 100;

/** Cuts so close to each other follow no calendar of meetings: these are about 45 days apart. */
const METHODICAL_DAYS = 20;

/** A larger single cut, or larger cuts within a month, are made in emergencies, as in 2008 and 2020. */
const LARGEST_CUT = 50;
const LARGEST_MONTH = 100;
const MONTH = 31;

const cutsAmong = (moves: readonly Move[]): readonly Move[] => moves.filter(({ change }) => change < 0);

/** Whether no two cuts are less than 20 days apart. */
export const isMethodical = (moves: readonly Move[]): boolean =>
  cutsAmong(moves).every(({ on }, i, cuts) => i === 0 || ageOn(on.observedOn, cuts[i - 1]?.on.observedOn ?? on.observedOn) >= METHODICAL_DAYS);

/** Whether one cut is above 50 bp, or cuts of 31 days above 100. */
export const isEmergency = (moves: readonly Move[]): boolean =>
  cutsAmong(moves).some(({ on, change }, _, cuts) => {
    const within = cuts.filter((cut) => cut.on.observedOn <= on.observedOn && cut.on.observedOn > addDays(on.observedOn, -MONTH));
    return -change > LARGEST_CUT || -within.reduce((sum, cut) => sum + cut.change, 0) > LARGEST_MONTH;
  });
