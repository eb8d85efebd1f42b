import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import { Company } from './Company';
import './enumTypes';
import { FactChecks, KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** One figure of one filing. A figure that a later filing repeats is another row, so that what each said stays told apart. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'One figure of one filing of a company.' })
@Entity({ name: 'company_fact' })
@Index('company_fact_key', { synchronize: false })
@FactChecks('company_fact')
@Check('company_fact_ordered', 'start_on <= observed_on')
@Check('company_fact_finite', `value < 'Infinity' AND value > '-Infinity'`)
export class CompanyFact extends Node {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  serial!: string;

  @ForeignKey(() => Company, { name: 'company_fact_company' })
  @Column({ type: 'text', collation: 'C' })
  cik!: string;

  @Field(() => String, { description: 'Taxonomy and concept: `us-gaap:NetIncomeLoss`.' })
  @Column({ type: 'text', collation: 'C' })
  concept!: string;

  @Field(() => String, { description: 'Of its value: `USD`, `USD/shares`, `shares`, or `pure` for a ratio.' })
  @Column({ type: 'text', collation: 'C' })
  unit!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day of the span it is of; null where it is of one day.' })
  @Column({ name: 'start_on', type: 'date', nullable: true })
  startOn!: IsoDate | null;

  @Field(() => IsoDateScalar, { description: 'The day it is of, or the last day of the span.' })
  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Field(() => Float, { description: 'As filed, in `unit`; not carried over later splits.' })
  @Column({ type: 'numeric' })
  value!: string;

  @KnownOnColumn('The day of filing: the first on which it could be read.')
  knownOn!: IsoDate;

  @KnownOnBasisColumn("On what ground `knownOn` is said: `FIRST_SEEN` or `VINTAGE` where the SEC's file came to give it otherwise.")
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  @Field(() => String, { description: "The filing's form: `10-K`." })
  @Column({ type: 'text', collation: 'C' })
  form!: string;

  @Field(() => String, { description: "The filing's number at the SEC: `0000320193-24-000123`." })
  @Column({ type: 'text', collation: 'C' })
  accession!: string;

  /** What the filing says of its own fiscal year, not of the figure's. */
  @Column({ name: 'fiscal_year', type: 'smallint', nullable: true })
  fiscalYear!: number | null;

  /** What the filing says of its own fiscal period. */
  @Column({ name: 'fiscal_period', type: 'text', collation: 'C', nullable: true })
  fiscalPeriod!: string | null;

  @ForeignKey(() => SourceDocument, { name: 'company_fact_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'company_fact_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
