import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';

/**
 * Which days of a signal's history are stored, and whether the newest rows of them are what would be computed now. Loads mark what they make stale;
 * who brings the history up to date takes the mark away.
 */
@Entity({ name: 'signal_coverage' })
@Check('signal_coverage_knowledge', `knowledge IN ('ANY', 'PROVEN')`)
@Check('signal_coverage_ordered', 'first_on <= last_on')
@Check('signal_coverage_stale', '(stale_from IS NULL) = (stale_by IS NULL)')
export class SignalCoverage {
  @PrimaryColumn({ name: 'signal_key', type: 'text', collation: 'C' })
  signalKey!: string;

  @PrimaryColumn({ type: 'text' })
  knowledge!: Knowledge;

  /** The versions of its definition and of all that it is made of. */
  @Column({ type: 'text', collation: 'C' })
  versions!: string;

  /** What a load may bring that bears on it from the day on which that is known: `series/UNRATE`, `companyFacts/*`. */
  @Column({ type: 'text', array: true })
  needs!: string[];

  /** The same of what bears on all of its days. */
  @Column({ name: 'timeless_needs', type: 'text', array: true })
  timelessNeeds!: string[];

  @Column({ name: 'first_on', type: 'date' })
  firstOn!: IsoDate;

  @Column({ name: 'last_on', type: 'date' })
  lastOn!: IsoDate;

  /** From this day on loads have brought what bears on it. */
  @Column({ name: 'stale_from', type: 'date', nullable: true })
  staleFrom!: IsoDate | null;

  /** The newest of these loads. */
  @Column({ name: 'stale_by', type: 'bigint', nullable: true })
  staleBy!: string | null;
}
