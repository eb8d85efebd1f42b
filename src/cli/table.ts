import { oneLine } from './oneLine';

/** How one column of a table is headed and set. */
export interface Column {
  /** Its lines stand above the column, the last of them lowest. */
  readonly header: string;
  /** Numbers are set to the right. */
  readonly isNumber?: boolean;
  /** Cut, with `…` for what is lacking, where the table would be wider than it may. One column at most is. */
  readonly isCut?: boolean;
}

/** What stands for a value that is missing. */
export const DASH = '-';

const GAP = '  ';

/** A column is not cut below this: a table that is too wide even so stays too wide, and shows all its numbers. */
const LEAST = 8;

/**
 * A header and rows as lines of text, no wider than `width` where the columns that are not cut leave room.
 * Control characters are written out.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): readonly string[] {
  const lines = [...headers(columns), ...rows.map((row) => row.map(oneLine))];
  const widest = columns.map((_, i) => Math.max(...lines.map((cells) => lengthOf(cells[i] ?? ''))));
  const over = widest.reduce((sum, one) => sum + one, GAP.length * (columns.length - 1)) - width;
  const narrowed = (one: number): number => Math.max(one - Math.max(over, 0), Math.min(one, LEAST));
  const widths = widest.map((one, i) => (columns[i]?.isCut === true ? narrowed(one) : one));
  return lines.map((cells) => widths.map((to, i) => set(cells[i] ?? '', to, columns[i]?.isNumber === true)).join(GAP).trimEnd());
}

/** The lines of the header; one that has fewer stands at the bottom. */
function headers(columns: readonly Column[]): readonly (readonly string[])[] {
  const parts = columns.map(({ header }) => header.split('\n'));
  const height = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => parts.map((part) => part[line - height + part.length] ?? ''));
}

function set(text: string, width: number, isNumber: boolean): string {
  const length = lengthOf(text);
  if (length > width) return set(`${Array.from(text).slice(0, width - 1).join('').trimEnd()}…`, width, isNumber);
  const space = ' '.repeat(width - length);
  return isNumber ? space + text : text + space;
}

/** In characters, of which some are two units of a string. */
const lengthOf = (text: string): number => Array.from(text).length;
