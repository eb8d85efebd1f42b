import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import { Company } from './Company';
import './enumTypes';
import { FactChecks, KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/**
 * A filing with the SEC, as EDGAR's index of a company has it. One that the index came to have otherwise is another row, known
 * since that was seen.
 */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A filing of a company with the SEC.' })
@Entity({ name: 'filing' })
@Index('filing_as_of', { synchronize: false })
@FactChecks('filing')
export class Filing extends Node {
  @ForeignKey(() => Company, { name: 'filing_company' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  cik!: string;

  @Field(() => String, { description: 'Its number at the SEC: `0000320193-24-000123`. Companies that file together share it.' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  accession!: string;

  @Field(() => String, { description: 'Its form: `10-K`, `8-K`, `10-Q/A`.' })
  @Column({ type: 'text', collation: 'C' })
  form!: string;

  @Field(() => IsoDateScalar, { description: 'The day of filing, as EDGAR dates it.' })
  @Column({ name: 'observed_on', type: 'date' })
  filedOn!: IsoDate;

  @KnownOnColumn('The first day on which it was known so: that of filing, unless EDGAR came to describe it otherwise.')
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day, or the last day of the period, that it reports of; null where it has none. It may lie after the day of filing, as that of a meeting does.' })
  @Column({ name: 'report_on', type: 'date', nullable: true })
  reportOn!: IsoDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'When EDGAR accepted it, as published: in UTC of some filers and in New York’s time of others, whatever its `Z` says. Nothing here is told by it. Null where not said.',
  })
  @Column({ name: 'accepted_at', type: 'text', nullable: true })
  acceptedAt!: string | null;

  @Column({ name: 'items', type: 'text', array: true })
  itemCodes!: string[];

  @Field(() => String, { nullable: true, description: 'The path of its main document within the filing; null where it has none.' })
  @Column({ name: 'primary_document', type: 'text', nullable: true })
  primaryDocument!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True if it holds figures in XBRL; null where EDGAR does not say.' })
  @Column({ name: 'is_xbrl', type: 'boolean', nullable: true })
  isXbrl!: boolean | null;

  @ForeignKey(() => SourceDocument, { name: 'filing_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'filing_load' })
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
