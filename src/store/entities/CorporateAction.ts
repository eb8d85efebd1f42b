import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CorporateActionKind } from '../../domain/corporateActions';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { KNOWN_ON_BASIS } from './knownOnBasisCheck';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** A split, a dividend or a delisting of a listing, in one version. */
@Entity({ name: 'corporate_action' })
@Check('corporate_action_known_after_observed', 'known_on >= observed_on')
@Check('corporate_action_proven_after_known', 'proven_on >= known_on')
@Check('corporate_action_known_on_basis', KNOWN_ON_BASIS)
@Check('corporate_action_kind', `kind IN ('SPLIT', 'DIVIDEND', 'DELISTING')`)
@Check('corporate_action_ratio', `(kind = 'SPLIT') = (ratio IS NOT NULL) AND ratio > 0 AND ratio < 'Infinity'`)
@Check('corporate_action_amount', `(kind = 'DIVIDEND') = (amount IS NOT NULL) AND amount > 0 AND amount < 'Infinity'`)
@Check('corporate_action_return', `delisting_return IS NULL OR (kind = 'DELISTING' AND delisting_return >= -1 AND delisting_return < 'Infinity')`)
@Index('corporate_action_document_id', ['documentId'])
export class CorporateAction {
  /** The first ticker of the listing, as `listingOf` tells it. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  listing!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: CorporateActionKind;

  /** The first day on which the share trades without it. */
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'known_on_basis', type: 'text' })
  knownOnBasis!: KnownOnBasis;

  @Column({ name: 'proven_on', type: 'date' })
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

  @Column({ type: 'numeric', nullable: true })
  ratio!: string | null;

  @Column({ type: 'numeric', nullable: true })
  amount!: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  currency!: string | null;

  @Column({ name: 'delisting_return', type: 'numeric', nullable: true })
  delistingReturn!: string | null;
}
