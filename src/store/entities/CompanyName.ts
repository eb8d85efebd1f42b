import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Company } from './Company';
import './enumTypes';
import { FactChecks, KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** A name of a company, from the day on which it bore it until that of the next. */
@ObjectType({ simpleResolvers: true, description: 'A name of a company, as the SEC has it.' })
@Entity({ name: 'company_name' })
@FactChecks('company_name')
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

  @KnownOnColumn('The first day on which that could be read.')
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  @ForeignKey(() => SourceDocument, { name: 'company_name_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'company_name_load' })
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
