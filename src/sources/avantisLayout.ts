import { SourceFormat } from '../domain/errors';

/** A file taken apart: what stands above its table, and the table. */
interface AvantisLayout {
  /** The cells of each line above the header that says anything. */
  readonly preamble: readonly Label[];
  /** The header and all rows, without the prose below. */
  readonly table: string;
  /** The file's line on which the header stands, from 1. */
  readonly headerLine: number;
}

export interface Label {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Finds the table by its header, which names a ticker and a weight or value; people strip what stands above. It ends at
 * the first blank line outside quotes.
 *
 * @throws {SourceFormat} if there is no header, or a row stands below the blank line.
 */
export function avantisLayout(source: string, text: string): AvantisLayout {
  const lines = text.split(/\r\n|\n|\r/);
  const header = lines.findIndex((line) => isHeader(cellsOf(line)));
  if (header === -1) throw SourceFormat.whole(source, 'expected a line with the columns COMPANY, TICKER and WEIGHT, found none');
  const end = endOfTable(lines, header);
  const width = cellsOf(lines[header] ?? '').length;
  const below = lines.findIndex((line, i) => i > end && cellsOf(line).length === width && /\d/.test(line));
  if (below !== -1) {
    throw new SourceFormat(source, [{ line: below + 1, column: null, reason: 'a row stands below the end of the table' }]);
  }
  const preamble = lines.slice(0, header).map((line, i) => ({ line: i + 1, cells: cellsOf(line).filter((cell) => cell !== '') }));
  return {
    preamble: preamble.filter(({ cells }) => cells.length > 0),
    table: lines.slice(header, end).join('\n'),
    headerLine: header + 1,
  };
}

const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^ticker$/i.test(cell)) && cells.some((cell) => /weight|market ?value|net assets/i.test(cell));

function endOfTable(lines: readonly string[], header: number): number {
  let quoted = false;
  for (let i = header; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (!quoted && /^[\s,]*$/.test(line)) return i;
    if (line.split('"').length % 2 === 0) quoted = !quoted;
  }
  return lines.length;
}

/** One line's cells, roughly: good for finding one's way, not for reading values. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => (quoted ?? bare ?? '').trim());
