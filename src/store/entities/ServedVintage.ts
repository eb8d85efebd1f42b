import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { Indicator } from './Indicator';
import { Vintage } from './Vintage';

/**
 * A vintage that answers, from the day it is known, for windows that it covers. The first row of a series stands for the time before its
 * vintages: the earliest one that is no excerpt, cut by assumed lags. Derived, and can be derived again.
 */
@Entity({ name: 'served_vintage' })
@Index('served_vintage_known', ['seriesCode', 'knownOn', 'place'])
export class ServedVintage {
  @ForeignKey(() => Indicator, { name: 'served_vintage_indicator' })
  @PrimaryColumn({ name: 'series_code', type: 'text', collation: 'C' })
  seriesCode!: string;

  /** The greatest that is known answers. */
  @PrimaryColumn({ type: 'bigint' })
  place!: string;

  @ForeignKey(() => Vintage, { name: 'served_vintage_vintage' })
  @Column({ name: 'vintage_id', type: 'integer' })
  vintageId!: number;

  @Column({ name: 'is_assumed', type: 'boolean' })
  isAssumed!: boolean;

  /** The place of the vintage itself: its values are the intervals that hold this. */
  @Column({ name: 'read_at', type: 'bigint' })
  readAt!: string;

  /** `-infinity` of what is assumed; the values have days of their own. */
  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  /** `infinity` of what is assumed. */
  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  @Column({ name: 'first_on', type: 'date' })
  firstOn!: IsoDate;

  @Column({ name: 'last_on', type: 'date' })
  lastOn!: IsoDate;

  /** The earliest `first_on` of the series so far. */
  @Column({ name: 'earliest_on', type: 'date' })
  earliestOn!: IsoDate;

  /** The latest `last_on` so far. */
  @Column({ name: 'latest_on', type: 'date' })
  latestOn!: IsoDate;
}
