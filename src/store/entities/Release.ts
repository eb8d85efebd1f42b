import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A publication in which series appear, and its usual lag. Identity only: the days on which it came out are dated facts. */
@Entity({ name: 'release' })
@Check('release_lag', `lag_rule IN ('DAYS', 'NEXT_SESSION', 'SAME_DAY') AND (lag_rule = 'DAYS') = (lag_days IS NOT NULL)`)
export class Release {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  publisher!: string;

  @Column({ type: 'text' })
  url!: string;

  /** Its number at FRED. */
  @Column({ name: 'fred_id', type: 'integer', nullable: true })
  fredId!: number | null;

  @Column({ name: 'lag_rule', type: 'text' })
  lagRule!: string;

  /** Calendar days after a period's end, under `DAYS`. */
  @Column({ name: 'lag_days', type: 'smallint', nullable: true })
  lagDays!: number | null;

  @Column({ name: 'lag_reason', type: 'text' })
  lagReason!: string;
}
