import { addDays, type IsoDate, isoDate } from './isoDate';

/** A calendar month, counted since year 0: so months can be added. */
export type Month = number;

export const monthOf = (day: IsoDate): Month => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** 1 to 12. */
export const monthOfYear = (month: Month): number => (month % 12) + 1;

export const yearOf = (month: Month): number => Math.floor(month / 12);

export const firstDayOf = (month: Month): IsoDate =>
  isoDate(`${String(yearOf(month)).padStart(4, '0')}-${String(monthOfYear(month)).padStart(2, '0')}-01`);

export const lastDayOf = (month: Month): IsoDate => addDays(firstDayOf(month + 1), -1);
