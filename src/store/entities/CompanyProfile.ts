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

/** How EDGAR described a company on the day of a document. */
@ObjectType({ simpleResolvers: true, description: 'How the SEC describes a company, as one document has it.' })
@Entity({ name: 'company_profile' })
@FactChecks('company_profile')
@Index('company_profile_sic', ['sic'])
export class CompanyProfile {
  @ForeignKey(() => Company, { name: 'company_profile_company' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  cik!: string;

  @Field(() => IsoDateScalar, { description: 'The day it is of.' })
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @KnownOnColumn()
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  @ForeignKey(() => SourceDocument, { name: 'company_profile_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'company_profile_load' })
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  @Field(() => String, { nullable: true, description: 'Its Standard Industrial Classification, four digits; null where it has none.' })
  @Column({ type: 'text', collation: 'C', nullable: true })
  sic!: string | null;

  @Field(() => String, { nullable: true, description: "The SEC's words for `sic`; null where it is." })
  @Column({ name: 'sic_description', type: 'text', nullable: true })
  sicDescription!: string | null;

  @Field(() => String, { nullable: true, description: 'Month and day on which its fiscal year ends: `12-31`. Of a year of 52 or 53 weeks, the last day of that month or near it. Null where not said.' })
  @Column({ name: 'fiscal_year_end', type: 'text', collation: 'C', nullable: true })
  fiscalYearEnd!: string | null;

  @Field(() => String, { nullable: true, description: "The SEC's code of the state or country in which it is incorporated: `DE`; null where not said." })
  @Column({ name: 'state_of_incorporation', type: 'text', collation: 'C', nullable: true })
  stateOfIncorporation!: string | null;
}
