import { InvalidInput } from './errors';

/** A calendar day, `YYYY-MM-DD`: no time, no zone. Compares and sorts as a plain string. */
export type IsoDate = string & { readonly __isoDate: never };

/** The day `text` names, or undefined if it names none (`2024-02-30` and year 0 do not). */
export function parseIsoDate(text: string): IsoDate | undefined {
  const [, year, month, day] = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const isReal = day !== undefined && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  return isReal ? (text as IsoDate) : undefined;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has; none where there is no such month. */
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** @throws {InvalidInput} if `text` is not a real day. */
export function isoDate(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new InvalidInput(`'${text}' is not a day written YYYY-MM-DD.`);
  return day;
}

/** The day `count` calendar days after `day` (before it, where negative). */
export const addDays = (day: IsoDate, count: number): IsoDate => dayAt(dayNumber(day) + count);

/** How many calendar days lie from one day to another; negative where the other is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/**
 * How many days it lies after 1970-01-01, negative where before: so numbered, tens of thousands of days are quicker to read and to compare. Reckoned in whole numbers: a `Date`
 * for each took most of the time of histories over thousands of companies.
 */
export function dayNumber(day: IsoDate): number {
  const year = digits(day, 0, 4);
  return daysBeforeYear(year) + daysBeforeMonth(year, digits(day, 5, 7)) + digits(day, 8, 10) - 1 - UNTIL_1970;
}

/** From 0 for Sunday to 6 for Saturday, as `Date` has it: 1970 began on a Thursday. */
export const weekdayOf = (day: IsoDate): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/** The day of a number as `dayNumber` gives it, written once: for those of facts, which are few and come again with each company and each filing. */
export function dayOf(number: number): IsoDate {
  const day = written.get(number) ?? dayAt(number);
  written.set(number, day);
  return day;
}

const written = new Map<number, IsoDate>();

function dayAt(sinceThen: number): IsoDate {
  const number = sinceThen + UNTIL_1970;
  let year = Math.floor(number / 365.2425) + 1;
  while (daysBeforeYear(year) > number) year -= 1;
  while (daysBeforeYear(year + 1) <= number) year += 1;
  const ofYear = number - daysBeforeYear(year);
  let month = Math.min(12, Math.floor(ofYear / 28) + 1);
  while (daysBeforeMonth(year, month) > ofYear) month -= 1;
  const padded = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
  return `${`${year}`.padStart(4, '0')}-${padded(month)}-${padded(ofYear - daysBeforeMonth(year, month) + 1)}` as IsoDate;
}

const daysBeforeYear = (year: number): number => 365 * (year - 1) + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);

/** From 0001-01-01 on. */
const UNTIL_1970 = daysBeforeYear(1970);

/** Of a year that is no leap year. */
const BEFORE_MONTH = DAYS.map((_, month) => DAYS.slice(0, month).reduce((sum, days) => sum + days, 0));

const daysBeforeMonth = (year: number, month: number): number => (BEFORE_MONTH[month - 1] ?? NaN) + (month > 2 && isLeap(year) ? 1 : 0);

const newYork = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in New York at an instant: what "today" means throughout. */
export const dayInNewYork = (instant: Date): IsoDate => isoDate(newYork.format(instant));
