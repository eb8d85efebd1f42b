import { type IsoDate, parseIsoDate } from '../domain/isoDate';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads a day as publishers write it in English, `Feb 04, 2025` or `04-Feb-2025`, or `2025-02-04` as of a date cell. */
export function parsePublishedDay(text: string): IsoDate | undefined {
  const [, month, day, year] = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  if (month !== undefined) return dayOf(year, month, day);
  const [, dayFirst, middle, last] = /^(\d{1,2})-([A-Z][a-z]{2})-(\d{4})$/.exec(text) ?? [];
  return middle === undefined ? parseIsoDate(text) : dayOf(last, middle, dayFirst);
}

const dayOf = (year = '', month = '', day = ''): IsoDate | undefined =>
  parseIsoDate(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`);
