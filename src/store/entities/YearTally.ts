import { Check, Column, Entity } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { Tally } from './Tally';

/**
 * How many facts of one table a source brought that came to be known within a year, and the newest of them. Derived by the database itself with each statement
 * that adds facts, so that nobody has to go through them to tell what there is.
 */
@Entity({ name: 'year_tally' })
@Check('year_tally_knowledge', `knowledge IN ('ANY', 'PROVEN')`)
export class YearTally extends Tally {
  @Column({ type: 'integer' })
  facts!: number;

  /** The last day of the year on which some came to be known. */
  @Column({ name: 'last_on', type: 'date' })
  lastOn!: IsoDate;

  @Column({ name: 'newest_observed_on', type: 'date' })
  newestObservedOn!: IsoDate;

  @Column({ name: 'newest_known_on', type: 'date' })
  newestKnownOn!: IsoDate;
}
