import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { Indicator } from './Indicator';
import { Vintage } from './Vintage';

/**
 * What answers for the time before a series' vintages: the earliest one that is no excerpt, each of whose values has a day of its own since when it counts as
 * known. Derived, and can be derived again.
 */
@Entity({ name: 'assumed_vintage' })
export class AssumedVintage {
  @ForeignKey(() => Indicator, { name: 'assumed_vintage_indicator' })
  @PrimaryColumn({ name: 'series_code', type: 'text', collation: 'C' })
  seriesCode!: string;

  @ForeignKey(() => Vintage, { name: 'assumed_vintage_vintage' })
  @Column({ name: 'vintage_id', type: 'integer' })
  vintageId!: number;

  /** The place of the vintage: its values are the intervals that hold this. */
  @Column({ name: 'read_at', type: 'bigint' })
  readAt!: string;

  @Column({ name: 'first_on', type: 'date' })
  firstOn!: IsoDate;

  @Column({ name: 'last_on', type: 'date' })
  lastOn!: IsoDate;
}
