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
export function addDays(day: IsoDate, count: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

const newYork = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in New York at an instant: what "today" means throughout. */
export const dayInNewYork = (instant: Date): IsoDate => isoDate(newYork.format(instant));
