import { SourceFormat } from '../domain/errors';
import type { Label } from './isharesLayout';
import type { Sheet, SheetRow } from './readWorkbook';
import type { Refusals } from './Refusals';
import { TableRow } from './TableRow';

/** A sheet taken apart: what stands above its table, and the table. */
interface SheetTable {
  readonly preamble: readonly Label[];
  /** The spreadsheet's row of the header, from 1. */
  readonly headerLine: number;
  /** As the header names them, each once. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

interface SheetShape {
  readonly source: string;
  /** A column by whose name the header is found. */
  readonly mark: string;
  /** What the source writes for "nothing", beside an empty cell. */
  readonly blank: string;
}

/**
 * A sheet's table, from its header to the first blank row. Prose below it, one text in a row, is not looked at; a row
 * that stands there is refused, and so is one wider than the header.
 *
 * @throws {SourceFormat} if there is no header, or a column of it has no name, or a name that another has.
 */
export function sheetTable(sheet: Sheet, { source, mark, blank }: SheetShape, refusals: Refusals): SheetTable {
  const at = sheet.rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() === mark));
  const header = sheet.rows[at];
  if (header === undefined) {
    throw SourceFormat.whole(source, `the sheet ${sheet.name}: expected a row with the column ${mark}, found none`);
  }
  const columns = columnsOf(source, sheet.name, header);

  const below = sheet.rows.slice(at + 1);
  const end = below.findIndex(({ line }, i) => line !== header.line + 1 + i);
  const table = end === -1 ? below : below.slice(0, end);
  for (const { line, cells } of below.slice(table.length)) {
    const isProse = cells.filter((cell) => cell !== '').length === 1;
    if (!isProse) refusals.add({ line, column: null, reason: 'a row stands below the end of the table' });
  }
  const rows = table.flatMap(({ line, cells }) => {
    if (cells.length <= columns.length) {
      return new TableRow(line, new Map(columns.map((column, i) => [column, cells[i] ?? ''])), blank, refusals);
    }
    refusals.add({ line, column: null, reason: `expected ${columns.length} columns, found ${cells.length}` });
    return [];
  });
  return { preamble: sheet.rows.slice(0, at).map(labelOf), headerLine: header.line, columns, rows };
}

function columnsOf(source: string, sheet: string, { line, cells }: SheetRow): readonly string[] {
  const columns = cells.map((cell) => cell.trim());
  const unsound = columns.find((column, i) => column === '' || columns.indexOf(column) !== i);
  if (unsound === undefined) return columns;
  const reason = unsound === '' ? 'a column has no name' : `the column ${unsound} is named twice`;
  throw new SourceFormat(source, [{ line, column: sheet, reason }]);
}

const labelOf = ({ line, cells: [name = '', value = ''] }: SheetRow): Label => ({ line, name: name.trim(), value: value.trim() });

/** @throws {SourceFormat} if one of the columns is lacking without which something would be lost. */
export function requireColumns(source: string, sheet: string, table: SheetTable, wanted: readonly string[]): void {
  const { columns, headerLine } = table;
  const lacking = wanted.filter((column) => !columns.includes(column));
  if (lacking.length === 0) return;
  const reason = `expected the columns ${lacking.join(', ')}, found ${columns.join(', ')}`;
  throw new SourceFormat(source, [{ line: headerLine, column: sheet, reason }]);
}
