import { daysBetween, type IsoDate } from '../domain/isoDate';

/** How many calendar days a day lies before another. */
export const ageOn = (day: IsoDate, observedOn: IsoDate): number => daysBetween(observedOn, day);
