import { CsvError, parse } from 'csv-parse/sync';
import { SourceFormat } from '../domain/errors';
import type { Refusals } from './Refusals';
import type { RawRow, Table } from './Table';
import { TableRow } from './TableRow';

interface CsvShape {
  readonly source: string;
  /** The file's line on which `text` begins, from 1. */
  readonly firstLine: number;
  /** What the source writes for "nothing", beside an empty cell. */
  readonly blank: string;
}

/**
 * A table whose first line is its header. Blank lines are passed over; a row of another width than
 * the header is refused with its line.
 *
 * @throws {SourceFormat} at once if quotes do not match, since nothing behind them can be trusted,
 *   and if a column is named twice or there is no header.
 */
export function readCsv(text: string, shape: CsvShape, refusals: Refusals): Pick<Table, 'columns' | 'rows'> {
  const [header, ...body] = recordsOf(text, shape).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (header === undefined) throw SourceFormat.whole(shape.source, 'the file is empty');
  const columns = header.cells.map((cell) => cell.trim());
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) {
    throw new SourceFormat(shape.source, [{ line: header.line, column: twice, reason: 'the column is named twice' }]);
  }
  const rows = body.flatMap(({ line, cells }) => {
    if (cells.length === columns.length) {
      return new TableRow(line, new Map(columns.map((column, i) => [column, cells[i] ?? ''])), shape.blank, refusals);
    }
    refusals.add({ line, column: null, reason: `expected ${columns.length} columns, found ${cells.length}` });
    return [];
  });
  return { columns, rows };
}

function recordsOf(text: string, { source, firstLine }: CsvShape): RawRow[] {
  const records: RawRow[] = [];
  let line = firstLine;
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells, { lines }) => {
        records.push({ line, cells });
        line = firstLine + lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const cut = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const reason = cut ? 'the file ends within a quoted field: it was cut off' : `not CSV: ${error.message}`;
    throw new SourceFormat(source, [{ line, column: null, reason }]);
  }
  return records;
}
