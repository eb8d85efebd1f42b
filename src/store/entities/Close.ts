import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { FactChecks } from './factColumns';
import { Load } from './Load';
import { PriceSeries } from './PriceSeries';
import { SourceDocument } from './SourceDocument';

/** One close of a series, in one version; a corrected close is another row with a later `knownOn`. */
@Entity({ name: 'close' })
@FactChecks('close')
@Check('close_positive', `close > 0 AND close < 'Infinity'`)
@Index('close_document_id', ['documentId'])
export class Close {
  @ForeignKey(() => PriceSeries, { name: 'close_series' })
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

  @ForeignKey(() => SourceDocument, { name: 'close_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'close_load' })
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  /** Of one share, in the currency of its exchange. */
  @Column({ type: 'numeric' })
  close!: string;
}
