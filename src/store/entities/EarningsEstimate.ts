import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import './enumTypes';
import { FactChecks, KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { Load } from './Load';
import { SecurityDescription } from './SecurityDescription';
import { SourceDocument } from './SourceDocument';

/** What was expected of a company's earnings per share, and what was reported, as one row of one document has it. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "What analysts expected of a company's earnings per share in a fiscal period and, once it is out, what was reported: both from one row of one document, so that they are of one kind. What is reported here is often street's earnings, not those of the filing.",
})
@Entity({ name: 'earnings_estimate' })
@FactChecks('earnings_estimate')
@Check('earnings_estimate_says_something', 'eps_estimate IS NOT NULL OR eps_actual IS NOT NULL OR report_on IS NOT NULL')
@Check('earnings_estimate_reported_on', 'eps_actual IS NULL OR report_on <= observed_on')
@Check(
  'earnings_estimate_finite',
  `eps_estimate > '-Infinity' AND eps_estimate < 'Infinity' AND eps_actual > '-Infinity' AND eps_actual < 'Infinity'`,
)
@Index('earnings_estimate_as_of', { synchronize: false })
@Index('earnings_estimate_report_on', ['reportOn'])
@Index('earnings_estimate_due', ['descriptionId', 'reportOn', 'observedOn'])
export class EarningsEstimate extends Node {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  serial!: string;

  /** How the document names the company: whose it is follows from that, as for a holding. */
  @ForeignKey(() => SecurityDescription, { name: 'earnings_estimate_described' })
  @Column({ name: 'description_id', type: 'integer' })
  descriptionId!: number;

  /** The end of the month nearest to the period's, by which documents that date it otherwise mean the same period. */
  @Column({ name: 'period_month', type: 'date' })
  periodMonth!: IsoDate;

  @Field(() => IsoDateScalar, { description: "The fiscal period's last day as the document dates it: often the end of the nearest month." })
  @Column({ name: 'period_end', type: 'date' })
  periodEnd!: IsoDate;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day of the report; before it, that on which it was expected. Null where the document does not say.' })
  @Column({ name: 'report_on', type: 'date', nullable: true })
  reportOn!: IsoDate | null;

  @Field(() => Float, { nullable: true, description: 'The consensus of earnings per share, as the document gives it: vendors restate it for later splits, not always.' })
  @Column({ name: 'eps_estimate', type: 'numeric', nullable: true })
  epsEstimate!: string | null;

  @Field(() => Float, { nullable: true, description: 'Earnings per share as the document says they were reported; null before the report.' })
  @Column({ name: 'eps_actual', type: 'numeric', nullable: true })
  epsActual!: string | null;

  @Field(() => String, { nullable: true, description: 'The currency of both; null where the document does not say.' })
  @Column({ type: 'text', collation: 'C', nullable: true })
  currency!: string | null;

  @Field(() => IsoDateScalar, { description: 'The day on which it stood so: of the report, or of the consensus before it.' })
  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @KnownOnColumn()
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  /** Of two sources for one period, the lower is served. */
  @Column({ type: 'smallint' })
  precedence!: number;

  @ForeignKey(() => SourceDocument, { name: 'earnings_estimate_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'earnings_estimate_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  @Field(() => String, { description: 'The ticker, as the document writes it.' })
  symbol!: string;

  /** The natural key of what the ticker named on the document's day. */
  listing!: string;
}
