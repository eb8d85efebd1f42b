import type { IsoDate } from '../domain/isoDate';

/** How many calendar days a day lies before another. */
export const ageOn = (day: IsoDate, observedOn: IsoDate): number => (Date.parse(day) - Date.parse(observedOn)) / 86_400_000;
