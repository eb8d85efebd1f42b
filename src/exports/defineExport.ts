import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { StreamedReads } from '../store/Reader';
import type { TextRow } from '../store/batchesOf';
import type { Columns } from './columns';
import type { Asked, Parameters } from './parameters';

/** Where the reader of an export stands. */
export interface ExportAt {
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

/** Rows in their order, a batch at a time; the next one is found when it is taken. */
export type Batches = AsyncIterable<readonly TextRow[]>;

/** A kind of facts that is given as a file: what is asked, what its rows hold, and how they are found. */
export interface Export<P extends Parameters = Parameters> {
  /** The file's name, and the first part of that of the export. */
  readonly key: string;
  readonly meaning: string;
  readonly parameters: P;
  readonly columns: Columns;
  /**
   * The rows, each with a text for each of the columns in their order.
   * @throws {InvalidInput} or {NotFound} before the first batch, for what cannot be asked or is not there.
   */
  rows(asked: Asked<P>, at: ExportAt, reads: StreamedReads): Batches;
}

export const defineExport = <P extends Parameters>(definition: Export<P>): Export => definition;
