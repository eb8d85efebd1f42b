import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Frequency } from '../../domain/indicators/Frequency';
import type { SeasonalAdjustment } from '../../domain/indicators/SeasonalAdjustment';
import type { Theme } from '../../domain/indicators/Theme';
import { Release } from './Release';

/** A macro series. Identity only: its values are dated, in vintages. Of one that only a file names, nothing but the code is known. */
@Entity({ name: 'indicator' })
@Check('indicator_frequency', `frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY')`)
@Check('indicator_seasonal_adjustment', `seasonal_adjustment IN ('ADJUSTED', 'ADJUSTED_ANNUAL_RATE', 'NOT_ADJUSTED')`)
export class Indicator {
  /** Its id at FRED, upper case: `UNRATE`. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  code!: string;

  /** Its code, where only a file names it. */
  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  unit!: string | null;

  @Column({ type: 'text', nullable: true })
  frequency!: Frequency | null;

  @Column({ name: 'seasonal_adjustment', type: 'text', nullable: true })
  seasonalAdjustment!: SeasonalAdjustment | null;

  @ForeignKey(() => Release, { name: 'indicator_release' })
  @Column({ name: 'release_code', type: 'text', collation: 'C', nullable: true })
  releaseCode!: string | null;

  @Column({ type: 'text', array: true })
  themes!: Theme[];
}
