import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { Indicator } from './Indicator';
import { Vintage } from './Vintage';

/** A value that a document gives in all of its vintages from the first to the last. */
@Entity({ name: 'vintage_value' })
@Check('vintage_value_ordered', 'last_vintage >= first_vintage')
@Check('vintage_value_finite', `value < 'Infinity' AND value > '-Infinity'`)
export class VintageValue {
  @ForeignKey(() => Indicator, { name: 'vintage_value_indicator' })
  @Column({ name: 'series_code', type: 'text', collation: 'C' })
  seriesCode!: string;

  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @ForeignKey(() => Vintage, { name: 'vintage_value_first' })
  @PrimaryColumn({ name: 'first_vintage', type: 'integer' })
  firstVintage!: number;

  @ForeignKey(() => Vintage, { name: 'vintage_value_last' })
  @Column({ name: 'last_vintage', type: 'integer' })
  lastVintage!: number;

  /** Null where the vintage says that there is none. */
  @Column({ type: 'numeric', nullable: true })
  value!: string | null;
}
