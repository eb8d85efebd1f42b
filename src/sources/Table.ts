import { SourceFormat } from '../domain/errors';
import type { TableRow } from './TableRow';

/** One line of a CSV, or one row of a sheet. */
export interface RawRow {
  /** 1-based, of the file or sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file or sheet taken apart: what stands above its table, and the table. */
export interface Table {
  /** Each line above the header that says anything; its cells without spaces around them. */
  readonly preamble: readonly RawRow[];
  /** 1-based line of the header in the file or sheet. */
  readonly headerLine: number;
  /** As the header names them, each once. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** How a source's table is found among what stands around it, and read. */
export interface TableShape {
  readonly source: string;
  /** Completes "expected a line with ...": by what the header is known. */
  readonly header: string;
  /** Whether a line, by its cells, is the header. */
  readonly isHeader: (cells: readonly string[]) => boolean;
  /** What the source writes for "nothing", beside an empty cell. */
  readonly blank: string;
}

/** @throws {SourceFormat} if any column is `lacking` without which something would be lost. */
export function refuseLacking(source: string, lacking: readonly string[], table: Table, sheet: string | null = null): void {
  if (lacking.length === 0) return;
  const reason = `expected the columns ${lacking.join(', ')}, found ${table.columns.join(', ')}`;
  throw new SourceFormat(source, [{ line: table.headerLine, column: sheet, reason }]);
}
