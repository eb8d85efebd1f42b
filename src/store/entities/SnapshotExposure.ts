import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Snapshot } from './Snapshot';

/** By what exposures are grouped. */
export enum ExposureDimension {
  SECTOR = 'SECTOR',
  COUNTRY = 'COUNTRY',
  ASSET_CLASS = 'ASSET_CLASS',
}

/**
 * How much of a snapshot stands under each word of a dimension: derived from its holdings in the transaction that
 * loads them, since 2,000 rows a fund take too long to read for every answer.
 */
@Entity({ name: 'snapshot_exposure' })
@Check('snapshot_exposure_dimension', `dimension IN ('SECTOR', 'COUNTRY', 'ASSET_CLASS')`)
export class SnapshotExposure {
  @ForeignKey(() => Snapshot, { name: 'snapshot_exposure_snapshot', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'snapshot_id', type: 'integer' })
  snapshotId!: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  dimension!: ExposureDimension;

  /** From 1, the heaviest first. */
  @PrimaryColumn({ type: 'integer' })
  rank!: number;

  @Column({ type: 'text', collation: 'C', nullable: true })
  key!: string | null;

  @Column({ type: 'numeric' })
  weight!: string;

  @Column({ type: 'integer' })
  positions!: number;

  @Column({ name: 'market_value', type: 'numeric', nullable: true })
  marketValue!: string | null;
}
