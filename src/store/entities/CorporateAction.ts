import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CorporateActionKind } from '../../domain/corporateActions';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import './enumTypes';
import { FactChecks, KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** A split, a dividend or a delisting of a listing, in one version. */
@ObjectType({ simpleResolvers: true, description: "What changes a share's price without a change of its value, or ends it." })
@Entity({ name: 'corporate_action' })
@FactChecks('corporate_action')
@Check('corporate_action_kind', `kind IN ('SPLIT', 'DIVIDEND', 'DELISTING')`)
@Check('corporate_action_ratio', `(kind = 'SPLIT') = (ratio IS NOT NULL) AND ratio > 0 AND ratio < 'Infinity'`)
@Check('corporate_action_amount', `(kind = 'DIVIDEND') = (amount IS NOT NULL) AND amount > 0 AND amount < 'Infinity'`)
@Check('corporate_action_return', `delisting_return IS NULL OR (kind = 'DELISTING' AND delisting_return >= -1 AND delisting_return < 'Infinity')`)
@Index('corporate_action_document_id', ['documentId'])
export class CorporateAction {
  /** The first ticker of the listing, as `listingOf` tells it. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  listing!: string;

  @Field(() => CorporateActionKind, { description: 'What happened.' })
  @PrimaryColumn({ type: 'text' })
  kind!: CorporateActionKind;

  @Field(() => IsoDateScalar, { description: 'The first day on which it trades without it (the ex-date), or is no longer traded.' })
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @KnownOnColumn()
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  @ForeignKey(() => SourceDocument, { name: 'corporate_action_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'corporate_action_load' })
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  /** Of two sources for one day, the lower is served. */
  @Column({ type: 'smallint' })
  precedence!: number;

  @Field(() => Float, { nullable: true, description: 'Of a split: new shares for one old one: 4, or 0.1 for one new share for ten. Null of all else.' })
  @Column({ type: 'numeric', nullable: true })
  ratio!: string | null;

  @Field(() => Float, { nullable: true, description: 'Of a dividend: cash per share, as shares were on the day. Null of all else.' })
  @Column({ type: 'numeric', nullable: true })
  amount!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217, of `amount`; null where the document does not say.' })
  @Column({ type: 'text', collation: 'C', nullable: true })
  currency!: string | null;

  @Field(() => Float, { nullable: true, description: 'Of a delisting: what was got for a share afterwards over its last close, less 1, as a fraction; null where unknown, and of all else.' })
  @Column({ name: 'delisting_return', type: 'numeric', nullable: true })
  delistingReturn!: string | null;
}
