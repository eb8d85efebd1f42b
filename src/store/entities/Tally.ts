import { PrimaryColumn } from 'typeorm';
import type { Knowledge } from '../../domain/knowledge';

/** What facts are counted by. */
export abstract class Tally {
  /** By which of its days a fact counts as known here. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  knowledge!: Knowledge;

  @PrimaryColumn({ type: 'integer' })
  year!: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  source!: string;

  @PrimaryColumn({ name: 'table_name', type: 'text', collation: 'C' })
  tableName!: string;

  @PrimaryColumn({ name: 'is_simulated', type: 'boolean' })
  isSimulated!: boolean;
}
