import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { FactChecks } from './factColumns';

/**
 * One close of a series, in one version; a corrected close is another row with a later `knownOn`. That its series, document and load are there is no foreign key's to check, which
 * would go row by row, but that of triggers of its table's, once a statement.
 */
@Entity({ name: 'close' })
@FactChecks('close')
@Check('close_positive', `close > 0 AND close < 'Infinity'`)
@Index('close_document_id', ['documentId'])
export class Close {
  @PrimaryColumn({ name: 'series_id', type: 'integer' })
  seriesId!: number;

  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'known_on_basis', type: 'text' })
  knownOnBasis!: KnownOnBasis;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  /** Of one share, in the currency of its exchange. */
  @Column({ type: 'numeric' })
  close!: string;
}
