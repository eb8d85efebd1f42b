import type { IsoDate } from '../domain/isoDate';
import type { BasketSeen } from './Facts';
import type { BasketRole } from './Roles';

/** A number with so many decimals; a zero has no sign. */
export const number = (value: number, decimals: number): string => Math.abs(value).toFixed(decimals).replace(/^/, isBelow(value, decimals) ? '-' : '');

/** The same with its sign, be it a plus. */
export const signed = (value: number, decimals: number): string => {
  const text = number(value, decimals);
  return text.startsWith('-') || Number(text) === 0 ? text : `+${text}`;
};

/** A score, or that it is not known. */
export const scoreInWords = (score: number | null): string => (score === null ? 'unknown' : signed(score, 2));

const isBelow = (value: number, decimals: number): boolean => value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0;

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The month that a day lies in: `August 2024`. */
export const month = (day: IsoDate): string => `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

/** The quarter that a day lies in: `Q3 2024`. */
export const quarter = (day: IsoDate): string => `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`;

/** `1 cut`, `2 cuts`. */
export const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`;

/** A whole number as a place: `1st`, `12th`, `93rd`. */
export function ordinal(value: number): string {
  const [whole, tens] = [Math.round(value), Math.floor(Math.round(value) / 10) % 10];
  return `${whole}${tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][whole % 10] ?? 'th')}`;
}

/** The members of a basket as the subject of a clause, after `the`; before they could be known, that it is so in hindsight. */
export const subjectOf = ({ name }: BasketRole, { isHindsight }: Pick<BasketSeen, 'isHindsight'>): string => `${name}${isHindsight ? ' (in hindsight, they were picked later)' : ''}`;
