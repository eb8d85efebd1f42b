import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { PriceSeries } from './PriceSeries';

/**
 * The closes of a series in one year as two arrays, each day in its newest version; derived from the rows, which are the truth.
 * It answers for days by which all of these rows were known; for earlier ones the rows do.
 */
@Entity({ name: 'close_chunk' })
export class CloseChunk {
  @ForeignKey(() => PriceSeries, { name: 'close_chunk_series' })
  @PrimaryColumn({ name: 'series_id', type: 'integer' })
  seriesId!: number;

  @PrimaryColumn({ type: 'integer' })
  year!: number;

  @Column({ name: 'first_on', type: 'date' })
  firstOn!: IsoDate;

  @Column({ name: 'last_on', type: 'date' })
  lastOn!: IsoDate;

  /** The last among all rows of the year: from then on it answers. */
  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  /** The same of `provenOn`. */
  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  /** In order. */
  @Column({ type: 'date', array: true })
  dates!: IsoDate[];

  @Column({ type: 'double precision', array: true })
  closes!: number[];
}
