import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Vintage } from './Vintage';

/** A vintage that answers nothing: all others do. Derived, and can be derived again. */
@Entity({ name: 'unserved_vintage' })
@ForeignKey(() => Vintage, ['seriesCode', 'place'], ['seriesCode', 'place'], { name: 'unserved_vintage_vintage' })
export class UnservedVintage {
  @PrimaryColumn({ name: 'series_code', type: 'text', collation: 'C' })
  seriesCode!: string;

  @PrimaryColumn({ type: 'bigint' })
  place!: string;
}
