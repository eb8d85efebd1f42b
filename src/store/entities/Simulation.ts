import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';

/**
 * The simulated market that the database holds: at most one row, and none beside real documents. Its last day is what a
 * left-out `asOf` means, since in that market there is no later one.
 */
@Entity({ name: 'simulation' })
@Check('simulation_alone', 'is_the_one')
export class Simulation {
  @PrimaryColumn({ name: 'is_the_one', type: 'boolean', default: true })
  isTheOne!: boolean;

  @Column({ type: 'bigint' })
  seed!: string;

  @Column({ type: 'integer' })
  companies!: number;

  @Column({ type: 'integer' })
  years!: number;

  @Column({ type: 'integer' })
  funds!: number;

  @Column({ type: 'text', collation: 'C' })
  mode!: string;

  @Column({ name: 'last_on', type: 'date' })
  lastOn!: IsoDate;
}
