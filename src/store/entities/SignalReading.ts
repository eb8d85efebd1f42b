import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge, KnownOnBasis } from '../../domain/knowledge';
import { KNOWN_ON_BASIS } from './factColumns';
import { Load } from './Load';

/**
 * What a signal read on a day, as it was computed at some time. Rows are only added: of a day that is computed again from other inputs or by another
 * version the first row is what was published, the newest what is told now. Nothing derives them again.
 */
@Entity({ name: 'signal_reading' })
@Index('signal_reading_news', { synchronize: false })
@Check('signal_reading_knowledge', `knowledge IN ('ANY', 'PROVEN')`)
@Check('signal_reading_state', `state IN ('AGAINST', 'NEUTRAL', 'FOR', 'INSUFFICIENT_DATA')`)
@Check('signal_reading_score', 'score BETWEEN -1 AND 1')
@Check('signal_reading_finite', `value > '-Infinity' AND value < 'Infinity'`)
@Check('signal_reading_known_on_basis', KNOWN_ON_BASIS)
export class SignalReading {
  @PrimaryColumn({ name: 'signal_key', type: 'text', collation: 'C' })
  signalKey!: string;

  @PrimaryColumn({ type: 'text' })
  knowledge!: Knowledge;

  /** The day whose end it is told for, an NYSE session. */
  @PrimaryColumn({ name: 'as_of', type: 'date' })
  asOf!: IsoDate;

  /** Grows with the order in which they were computed. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** Of its definition. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'double precision', nullable: true })
  value!: number | null;

  @Column({ type: 'double precision', nullable: true })
  score!: number | null;

  /** By the score alone: that in a history hangs on other days, and follows from their scores. */
  @Column({ type: 'text', nullable: true })
  state!: string | null;

  @Column({ name: 'known_on_basis', type: 'text', nullable: true })
  knownOnBasis!: KnownOnBasis | null;

  /** Whether it rests on a choice that was made later, by what came of it. */
  @Column({ name: 'is_hindsight', type: 'boolean' })
  isHindsight!: boolean;

  /** The same where its function was given the same, and so were the functions of the signals that it is made of. */
  @Column({ name: 'inputs_hash', type: 'text', collation: 'C' })
  inputsHash!: string;

  /** The data version that it was computed from. */
  @ForeignKey(() => Load, { name: 'signal_reading_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  @Column({ name: 'computed_at', type: 'timestamptz' })
  computedAt!: Date;
}
