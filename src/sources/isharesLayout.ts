import { SourceFormat } from '../domain/errors';

/** An iShares file taken apart: what stands above its table, and the table. */
interface IsharesLayout {
  /** Each line above the header that says anything. */
  readonly preamble: readonly Label[];
  /** The header and all rows, without the prose below. */
  readonly table: string;
  /** The file's line on which the header stands, from 1. */
  readonly headerLine: number;
}

export interface Label {
  readonly line: number;
  readonly name: string;
  /** Empty where the line is one text alone, such as the fund's name. */
  readonly value: string;
}

/**
 * Finds the table by its header, since people strip preamble and footer. It ends at the first blank
 * line; the quoted prose below (whose own quotes need not match) is not looked at, except for rows.
 *
 * @throws {SourceFormat} if there is no header, or a row stands below the blank line.
 */
export function isharesLayout(source: string, text: string): IsharesLayout {
  const lines = text.split(/\r\n|\n|\r/);
  const header = lines.findIndex((line) => cellsOf(line).includes('Ticker'));
  if (header === -1) throw SourceFormat.whole(source, 'expected a line that begins with "Ticker,", found none');
  const end = endOfTable(lines, header);
  refuseRowsBelow(source, lines, header, end);
  return {
    preamble: lines.slice(0, header).flatMap((line, i) => labelOf(line, i + 1) ?? []),
    table: lines.slice(header, end).join('\n'),
    headerLine: header + 1,
  };
}

/** The first blank line that is not inside quotes; the number of lines if there is none. */
function endOfTable(lines: readonly string[], header: number): number {
  let quoted = false;
  for (let i = header; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (!quoted && isBlank(line)) return i;
    if (line.split('"').length % 2 === 0) quoted = !quoted;
  }
  return lines.length;
}

/** A row is told from prose by its width and a number among its cells. */
function refuseRowsBelow(source: string, lines: readonly string[], header: number, end: number): void {
  const width = cellsOf(lines[header] ?? '').length;
  const row = lines.findIndex((line, i) => {
    if (i <= end) return false;
    const cells = cellsOf(line);
    return cells.length === width && cells.some((cell) => /^-?[\d,]+\.\d+$/.test(cell));
  });
  if (row !== -1) {
    throw new SourceFormat(source, [{ line: row + 1, column: null, reason: 'a row stands below the end of the table' }]);
  }
}

function labelOf(line: string, number: number): Label | undefined {
  if (isBlank(line)) return undefined;
  const [name = '', value = ''] = cellsOf(line);
  return { line: number, name, value };
}

/** A line with nothing but spaces (the issuer writes a no-break one) and commas (which a spreadsheet adds). */
const isBlank = (line: string): boolean => /^[\s,]*$/.test(line);

/** One line's cells, roughly: good for finding one's way, not for reading values. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => (quoted ?? bare ?? '').trim());
