import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { Company } from './Company';
import './enumTypes';
import { KNOWN_ON_BASIS } from './knownOnBasisCheck';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** A name of a company, from the day on which it bore it until that of the next. */
@ObjectType({ simpleResolvers: true, description: 'A name of a company, as the SEC has it.' })
@Entity({ name: 'company_name' })
@Check('company_name_known_after_observed', 'known_on >= observed_on')
@Check('company_name_proven_after_known', 'proven_on >= known_on')
@Check('company_name_known_on_basis', KNOWN_ON_BASIS)
@Index('company_name_plain_name', { synchronize: false })
@Index('company_name_words', { synchronize: false })
export class CompanyName {
  @ForeignKey(() => Company, { name: 'company_name_company' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  cik!: string;

  @Field(() => String, { description: "The name, in EDGAR's spelling." })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  name!: string;

  @Field(() => IsoDateScalar, { description: 'The first day on which it bore it, as far as the documents known show.' })
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The first day on which that could be read.' })
  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'On what ground `knownOn` is said.' })
  @Column({ name: 'known_on_basis', type: 'text' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => IsoDateScalar, { description: 'The first day for which it can be proven that it was readable.' })
  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  @ForeignKey(() => SourceDocument, { name: 'company_name_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'company_name_load' })
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
