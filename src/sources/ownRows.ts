import { type IsoDate, parseIsoDate } from '../domain/isoDate';
import type { TableRow } from './TableRow';

const DAY = 'a day written YYYY-MM-DD';

/** The fund a row of one's own file is about, upper case; null only where that was refused. */
export const fundIn = (row: TableRow, told: string | undefined): string | null =>
  agreed(row, 'fund', row.text('fund')?.toUpperCase() ?? null, told?.toUpperCase());

/** The day a row of one's own file is about; null only where that was refused. */
export const observedOnIn = (row: TableRow, told: IsoDate | undefined): IsoDate | null =>
  agreed(row, 'observed_on', row.read('observed_on', DAY, parseIsoDate), told);

/** The day a row says it could first be read. Refuses one before the day it is about. */
export const knownOnIn = (row: TableRow, observedOn: IsoDate): IsoDate | null =>
  row.read('known_on', `${DAY}, not before ${observedOn}`, (text) => {
    const day = parseIsoDate(text);
    return day !== undefined && day >= observedOn ? day : undefined;
  });

/** What the row says and what was told, which must be one; null only where that was refused. */
function agreed<T extends string>(row: TableRow, column: string, said: T | null, told: T | undefined): T | null {
  if (said !== null && told !== undefined && said !== told) {
    row.refuse(column, `expected ${told} as was told, found "${said}"`);
  }
  if (row.text(column) === null && told === undefined) row.refuse(column, 'expected a value, found nothing');
  return said ?? told ?? null;
}

/** What holds for a whole report may stand on one of its rows or on all, but not differ. */
export function theOne<T extends string>(rows: readonly TableRow[], column: string, read: (row: TableRow) => T | null): T | null {
  const values = rows.map(read);
  const value = values.find((candidate) => candidate !== null) ?? null;
  rows.forEach((row, i) => {
    if (values[i] !== null && values[i] !== value) row.refuse(column, `expected "${value}" as above, found "${values[i]}"`);
  });
  return value;
}
