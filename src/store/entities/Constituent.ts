import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { ConstituentList } from './ConstituentList';
import { SecurityDescription } from './SecurityDescription';

const KNOWN = ['observedOn', 'knownOn', 'provenOn'] as const;

/** One member of an index on one day. */
@Entity({ name: 'constituent' })
@ForeignKey(() => ConstituentList, ['listId', ...KNOWN], ['id', ...KNOWN], { name: 'constituent_of' })
@ForeignKey(() => SecurityDescription, ['descriptionId', 'securityId'], ['id', 'securityId'], {
  name: 'constituent_described',
  deferrable: 'INITIALLY IMMEDIATE',
})
@Index('constituent_security', { synchronize: false })
@Index('constituent_wording', { synchronize: false })
export class Constituent {
  @PrimaryColumn({ name: 'list_id', type: 'integer' })
  listId!: number;

  /** Its place in the document, from 1. */
  @PrimaryColumn({ type: 'integer' })
  line!: number;

  @Column({ name: 'security_id', type: 'integer' })
  securityId!: number;

  @Column({ name: 'description_id', type: 'integer' })
  descriptionId!: number;

  /** Its list's days stand here too: the description of a security as of a day is found by them. */
  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;
}
