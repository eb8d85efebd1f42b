import { dayNumber, type IsoDate } from '../isoDate';
import { monthOf } from '../months';
import { Frequency } from './Frequency';

/**
 * The period that an observation is about, as a whole number: periods that follow each other on the calendar have numbers that follow
 * each other, whether or not there is an observation of each. A week begins on Monday, whatever its day in the series.
 */
export function periodOf(observedOn: IsoDate, frequency: Frequency): number {
  const day = dayNumber(observedOn);
  switch (frequency) {
    case Frequency.DAILY:
      return day;
    case Frequency.WEEKLY:
      return Math.floor((day - FIRST_MONDAY) / 7);
    case Frequency.MONTHLY:
      return monthOf(observedOn);
    case Frequency.QUARTERLY:
      return Math.floor(monthOf(observedOn) / 3);
  }
}

/** 1970-01-05, counted from 1970-01-01. */
export const FIRST_MONDAY = 4;

/** Stretches of time in periods. */
export interface Spans {
  readonly quarter: number;
  readonly halfYear: number;
  readonly year: number;
  readonly decade: number;
}

/**
 * How many periods there are to a stretch. Days and weeks go by a year of 52 weeks, so that a Wednesday is held against a Wednesday.
 * @source FRED's growth rates: 52 observations a year of weeks, 260 of working days.
 */
export const SPANS: Readonly<Record<Frequency, Spans>> = {
  DAILY: { quarter: 91, halfYear: 182, year: 364, decade: 3_640 },
  WEEKLY: { quarter: 13, halfYear: 26, year: 52, decade: 520 },
  MONTHLY: { quarter: 3, halfYear: 6, year: 12, decade: 120 },
  QUARTERLY: { quarter: 1, halfYear: 2, year: 4, decade: 40 },
};
