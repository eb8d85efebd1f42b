import type { TextRow } from '../../store/batchesOf';
import type { Columns } from '../columns';

/** What is said of an export as a whole before its first row, by name. */
export type Facts = Readonly<Record<string, string>>;

/** What can be said of it only after its last one. */
export interface Sums {
  readonly rows: number;
  /** Of the same rows as CSV, the line of names among them; hexadecimal. */
  readonly sha256: string;
}

/** Writes one export. What it gives is to be sent at once: it keeps no more than some batches. */
export interface FormatWriter {
  begin(): Uint8Array;
  /** @param asCsv The rows as lines of CSV. */
  write(rows: readonly TextRow[], asCsv: Uint8Array): Uint8Array;
  end(sums: Sums): Uint8Array;
}

/** A format of files. */
export interface Format {
  /** Its file's name, and the ending of an export's. */
  readonly key: string;
  readonly contentType: string;
  /** The library that writes it is loaded with its first export: none of them is needed for a server to begin. */
  writer(columns: Columns, facts: Facts): Promise<FormatWriter>;
}
