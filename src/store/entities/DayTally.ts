import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { Tally } from './Tally';

/** The same as a `YearTally` by each day of the year, of one statement that added facts: what it tells as of a day in the midst of that year. */
@Entity({ name: 'day_tally' })
@Check('day_tally_knowledge', `knowledge IN ('ANY', 'PROVEN')`)
export class DayTally extends Tally {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** Each day on which some came to be known, in order. */
  @Column({ type: 'date', array: true })
  days!: IsoDate[];

  /** By each of these days. */
  @Column({ name: 'facts_until', type: 'integer', array: true })
  factsUntil!: number[];

  /** By each of these days; null where that is the day itself. */
  @Column({ name: 'newest_observed_until', type: 'date', array: true, nullable: true })
  newestObservedUntil!: IsoDate[] | null;

  /** By each of these days; null where that is the day itself. */
  @Column({ name: 'newest_known_until', type: 'date', array: true, nullable: true })
  newestKnownUntil!: IsoDate[] | null;
}
