import { type Decimal, parseDecimal } from '../domain/decimal';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';

/** A row of a CSV or an object of a JSON file. */
interface Cells {
  text(column: string): string | null;
  read<T>(column: string, expected: string, parse: (text: string) => T | undefined): T | null;
  refuse(column: string, reason: string): void;
}

const DAY = 'a day written YYYY-MM-DD';

/** The day there; refused where there is none. */
export function dayIn(row: Cells, column: string): IsoDate | null {
  if (row.text(column) === null) row.refuse(column, `expected ${DAY}, found nothing`);
  return row.read(column, DAY, parseIsoDate);
}

/** The number there; null for nothing and for Alpha Vantage's word for it, which a zero in another column may stand beside. */
export const numberIn = (row: Cells, column: string): Decimal | null =>
  row.text(column) === 'None' ? null : row.read(column, 'a number or None', parseDecimal);

export const TICKER = /^[A-Z0-9][A-Z0-9.-]{0,19}$/;

export const tickerIn = (row: Cells, column: string): string | null => {
  if (row.text(column) === null) row.refuse(column, 'expected a ticker, found nothing');
  return row.read(column, 'a ticker such as BRK-B', (text) => (TICKER.test(text) ? text : undefined));
};
