import { type IsoDate, parseIsoDate } from '../domain/isoDate';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/**
 * Reads a day as publishers write it in English, the month in full or in three letters: `Feb 04, 2025`,
 * `04-Feb-2025`; and `2025-02-04`, as of a date cell. Anything else is undefined.
 */
export function parsePublishedDay(text: string): IsoDate | undefined {
  const written = text.replace(/^(\d{1,2})-([A-Z][a-z]+)-(\d{4})$/, '$2 $1, $3');
  const [, word = '', day = '', year = ''] = /^([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(written) ?? [];
  const month = MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word) + 1;
  return parseIsoDate(month === 0 ? text : isoText(year, String(month), day));
}

/** `2025-02-04` of year, month and day, the latter two of one digit or two. */
export const isoText = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
