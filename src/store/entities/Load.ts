import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { FactKind } from '../../domain/FactKind';

/** What became of a run of one file. */
export enum LoadOutcome {
  ADDED = 'ADDED',
  UNCHANGED = 'UNCHANGED',
  REFUSED = 'REFUSED',
}

/**
 * One run of one file through a source, whatever came of it. The newest that added something is the
 * data version: loads commit one after another, so its number grows with what can be seen.
 */
@Entity({ name: 'load' })
@Index('load_version', { synchronize: false })
@Index('load_of_source', ['source', 'ranOn', 'id'])
@Check('load_outcome', `outcome IN ('ADDED', 'UNCHANGED', 'REFUSED')`)
export class Load {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', collation: 'C' })
  source!: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ type: 'text' })
  outcome!: LoadOutcome;

  /** New York's calendar day of the run. */
  @Column({ name: 'ran_on', type: 'date' })
  ranOn!: string;

  @Column({ name: 'ran_at', type: 'timestamptz' })
  ranAt!: Date;

  @Column({ name: 'rows_read', type: 'integer' })
  rowsRead!: number;

  @Column({ name: 'rows_added', type: 'integer' })
  rowsAdded!: number;

  @Column({ name: 'rows_unchanged', type: 'integer' })
  rowsUnchanged!: number;

  @Column({ name: 'rows_refused', type: 'integer' })
  rowsRefused!: number;

  /** Of what kinds the added facts are; empty for loads of before it was written down. */
  @Column({ type: 'text', array: true, default: '{}' })
  kinds!: FactKind[];

  /** Why a file was refused, in one sentence. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
