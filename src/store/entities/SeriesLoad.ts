import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Indicator } from './Indicator';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** What one load brought of one series from one document: its vintages point here, and not each to all three. */
@Entity({ name: 'series_load' })
export class SeriesLoad {
  @ForeignKey(() => Indicator, { name: 'series_load_indicator' })
  @PrimaryColumn({ name: 'series_code', type: 'text', collation: 'C' })
  seriesCode!: string;

  @ForeignKey(() => SourceDocument, { name: 'series_load_document' })
  @PrimaryColumn({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'series_load_load' })
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
