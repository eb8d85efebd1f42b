import { SourceFormat } from '../domain/errors';
import type { Sheet } from './readWorkbook';
import type { Refusals } from './Refusals';
import type { RawRow, Table, TableShape } from './Table';
import { TableRow } from './TableRow';

/**
 * A sheet's table, from its header to the first blank row. Prose below it, one text in a row, is not looked at; a row
 * that stands there is refused, and so is one wider than the header.
 *
 * @throws {SourceFormat} if there is no header, or a column of it has no name, or a name that another has.
 */
export function sheetTable(sheet: Sheet, { source, header, isHeader, blank }: TableShape, refusals: Refusals): Table {
  const rows = sheet.rows.map(({ line, cells }): RawRow => ({ line, cells: cells.map((cell) => cell.trim()) }));
  const at = rows.findIndex(({ cells }) => isHeader(cells));
  const top = rows[at];
  if (top === undefined) {
    throw SourceFormat.whole(source, `the sheet ${sheet.name}: expected a row with ${header}, found none`);
  }
  refuseUnsoundNames(source, sheet.name, top);

  const below = sheet.rows.slice(at + 1);
  const end = below.findIndex(({ line }, i) => line !== top.line + 1 + i);
  const table = end === -1 ? below : below.slice(0, end);
  for (const { line, cells } of below.slice(table.length)) {
    const isProse = cells.filter((cell) => cell !== '').length === 1;
    if (!isProse) refusals.add({ line, column: null, reason: 'a row stands below the end of the table' });
  }
  const columns = top.cells;
  const read = table.flatMap(({ line, cells }) => {
    if (cells.length <= columns.length) {
      return new TableRow(line, new Map(columns.map((column, i) => [column, cells[i] ?? ''])), blank, refusals);
    }
    refusals.add({ line, column: null, reason: `expected ${columns.length} columns, found ${cells.length}` });
    return [];
  });
  return { preamble: rows.slice(0, at), headerLine: top.line, columns, rows: read };
}

function refuseUnsoundNames(source: string, sheet: string, { line, cells }: RawRow): void {
  const unsound = cells.find((column, i) => column === '' || cells.indexOf(column) !== i);
  if (unsound === undefined) return;
  const reason = unsound === '' ? 'a column has no name' : `the column ${unsound} is named twice`;
  throw new SourceFormat(source, [{ line, column: sheet, reason }]);
}
