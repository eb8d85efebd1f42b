import type { TextRow } from '../store/batchesOf';
import type { Columns } from './columns';

/** The line of the columns' names. */
export const csvHeader = (columns: Columns): string => `${Object.keys(columns).join(',')}\n`;

/**
 * Rows as lines of CSV: UTF-8, a comma between cells, `\n` after each line. A null is an empty cell; an empty text is `""`.
 * @source https://www.rfc-editor.org/rfc/rfc4180
 */
export const csvLines = (rows: readonly TextRow[]): string => rows.map((row) => `${row.map(cell).join(',')}\n`).join('');

const cell = (text: string | null): string => {
  if (text === null) return '';
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
