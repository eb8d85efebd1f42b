import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Basket } from './Basket';
import { FactChecks } from './factColumns';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** One stay of a listing in one's own basket, in one version: that it ended is another, known later. */
@Entity({ name: 'basket_member' })
@FactChecks('basket_member')
@Check('basket_member_ordered', 'member_until >= member_from')
@Index('basket_member_stay', { synchronize: false })
@Index('basket_member_listing', ['listing'])
export class BasketMember {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @ForeignKey(() => Basket, { name: 'basket_member_basket' })
  @Column({ name: 'basket_key', type: 'text', collation: 'C' })
  basketKey!: string;

  /** As prices are kept: the first ticker of what the symbol meant when it was said. */
  @Column({ type: 'text', collation: 'C' })
  listing!: string;

  @Column({ type: 'text', collation: 'C' })
  symbol!: string;

  /** The listing of the class of shares that stands for this one in returns. */
  @Column({ name: 'stands_for', type: 'text', collation: 'C', nullable: true })
  standsFor!: string | null;

  @Column({ name: 'member_from', type: 'date', nullable: true })
  memberFrom!: IsoDate | null;

  @Column({ name: 'member_until', type: 'date', nullable: true })
  memberUntil!: IsoDate | null;

  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'known_on_basis', type: 'text' })
  knownOnBasis!: KnownOnBasis;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  @Column({ type: 'smallint' })
  precedence!: number;

  @ForeignKey(() => SourceDocument, { name: 'basket_member_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'basket_member_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
