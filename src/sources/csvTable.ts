import { SourceFormat } from '../domain/errors';
import { readCsv } from './readCsv';
import type { Refusals } from './Refusals';
import type { Table, TableShape } from './Table';

/**
 * The table of a CSV with prose around it. It is found by its header, since people strip what stands above and below,
 * and ends at the first blank line; the prose below, whose quotes need not match, is not looked at, except for rows.
 *
 * @throws {SourceFormat} if there is no header, a row stands below the blank line, or the table is no CSV.
 */
export function csvTable(text: string, { source, header, isHeader, blank }: TableShape, refusals: Refusals): Table {
  const lines = text.split(/\r\n|\n|\r/);
  const start = lines.findIndex((line) => isHeader(cellsOf(line)));
  if (start === -1) throw SourceFormat.whole(source, `expected a line with ${header}, found none`);
  const end = endOfTable(lines, start);
  refuseRowsBelow(source, lines, start, end);
  const above = lines.slice(0, start).map((line, i) => ({ line: i + 1, cells: cellsOf(line) }));
  return {
    preamble: above.filter(({ cells }) => cells.some((cell) => cell !== '')),
    headerLine: start + 1,
    ...readCsv(lines.slice(start, end).join('\n'), { source, firstLine: start + 1, blank }, refusals),
  };
}

/** The first blank line that is not inside quotes; the number of lines if there is none. */
function endOfTable(lines: readonly string[], start: number): number {
  let quoted = false;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (!quoted && isBlank(line)) return i;
    if (line.split('"').length % 2 === 0) quoted = !quoted;
  }
  return lines.length;
}

/** A row is told from prose by its width and a number among its cells. */
function refuseRowsBelow(source: string, lines: readonly string[], start: number, end: number): void {
  const width = cellsOf(lines[start] ?? '').length;
  const row = lines.findIndex((line, i) => {
    if (i <= end) return false;
    const cells = cellsOf(line);
    return cells.length === width && cells.some((cell) => /^-?\$?[\d,]+\.\d+ ?%?$/.test(cell));
  });
  if (row === -1) return;
  throw new SourceFormat(source, [{ line: row + 1, column: null, reason: 'a row stands below the end of the table' }]);
}

/** A line with nothing but spaces (iShares writes a no-break one) and commas (which a spreadsheet adds). */
const isBlank = (line: string): boolean => /^[\s,]*$/.test(line);

/** One line's cells, roughly: good for finding one's way, not for reading values. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => (quoted ?? bare ?? '').trim());
