import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { SecurityDescription } from './SecurityDescription';
import { TickerList } from './TickerList';

const KNOWN = ['observedOn', 'knownOn', 'provenOn'] as const;

/** One ticker of a list. What it says, the company's CIK among it, is the wording that it points to. */
@Entity({ name: 'ticker_line' })
@ForeignKey(() => TickerList, ['listId', ...KNOWN], ['id', ...KNOWN], { name: 'ticker_line_of' })
@ForeignKey(() => SecurityDescription, ['descriptionId', 'securityId'], ['id', 'securityId'], {
  name: 'ticker_line_described',
  deferrable: 'INITIALLY IMMEDIATE',
})
@Index('ticker_line_wording', { synchronize: false })
@Index('ticker_line_security', { synchronize: false })
export class TickerLine {
  @PrimaryColumn({ name: 'list_id', type: 'integer' })
  listId!: number;

  /** Its place in the document, from 1. */
  @PrimaryColumn({ type: 'integer' })
  line!: number;

  @Column({ name: 'security_id', type: 'integer' })
  securityId!: number;

  @Column({ name: 'description_id', type: 'integer' })
  descriptionId!: number;

  /** Its list's days stand here too: who bore a ticker as of a day is found by them. */
  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;
}
