import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EarningsChange } from '../../domain/earnings/earningsHistory';
import { type EarningsFlag, EarningsPeriod, FigureGround } from '../../domain/earnings/EarningsState';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import { Company } from './Company';
import './enumTypes';
import { KNOWN_ON_BASIS, KnownOnBasisColumn, ProvenOnColumn } from './factColumns';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/**
 * The earnings of one period over the days on which they were known so, from `known_on` until the day before `known_until`. All
 * rows of a company are derived from its facts, in the transaction that adds to them, and can be derived again.
 */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'What a company earned in a fiscal quarter or year, as known from its filings at the knowledge date.',
})
@Entity({ name: 'earnings' })
@Index('earnings_as_of', ['cik', 'periodEnd'])
@Index('earnings_told', { synchronize: false })
@Check('earnings_known_after_observed', 'known_on >= observed_on')
@Check('earnings_known_by_filing', 'proven_on = known_on')
@Check('earnings_known_until', 'known_until > known_on')
@Check('earnings_known_on_basis', KNOWN_ON_BASIS)
@Check('earnings_period', `period IN ('QUARTER', 'YEAR', 'TRANSITION')`)
@Check('earnings_change', `change IN ('FIRST', 'SPLIT', 'RESTATEMENT', 'COMPLETED')`)
@Check(
  'earnings_grounds',
  `eps_ground IN ('REPORTED', 'DERIVED', 'IMPLIED') AND net_income_ground IN ('REPORTED', 'DERIVED') AND revenue_ground IN ('REPORTED', 'DERIVED') AND shares_ground IN ('REPORTED', 'DERIVED', 'IMPLIED')`,
)
export class Earnings extends Node {
  @ForeignKey(() => Company, { name: 'earnings_company' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  cik!: string;

  @Field(() => EarningsPeriod, { description: 'A fiscal quarter, a fiscal year, or a quarter between two fiscal years of different beginnings.' })
  @PrimaryColumn({ type: 'text' })
  period!: EarningsPeriod;

  @Field(() => IsoDateScalar, { description: 'Its last day.' })
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  periodEnd!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The day of the filing since which they were known so.' })
  @PrimaryColumn({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  /** The first day on which they were known otherwise; `infinity` while they still are. */
  @Column({ name: 'known_until', type: 'date' })
  knownUntil!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn('The first day for which it can be proven that they were readable.')
  provenOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'Its first day.' })
  @Column({ name: 'start_on', type: 'date' })
  periodStart!: IsoDate;

  @Field(() => Int, { description: 'The calendar year in which the fiscal year ends, or the one before for companies whose reports call it so.' })
  @Column({ name: 'fiscal_year', type: 'smallint' })
  fiscalYear!: number;

  @Field(() => Int, { nullable: true, description: '1 to 4; null of a year and of a transition.' })
  @Column({ name: 'fiscal_quarter', type: 'smallint', nullable: true })
  fiscalQuarter!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Diluted earnings per share in USD, on the basis of all splits that filings showed by the knowledge date: comparable between periods.',
  })
  @Column({ name: 'eps_diluted', type: 'numeric', nullable: true })
  epsDiluted!: string | null;

  @Field(() => FigureGround, { nullable: true, description: 'From what `epsDiluted` is told.' })
  @Column({ name: 'eps_ground', type: 'text', nullable: true })
  epsGround!: FigureGround | null;

  @Field(() => Float, { nullable: true, description: 'Diluted earnings per share in USD as the newest filing gives them; null where none does.' })
  @Column({ name: 'eps_reported', type: 'numeric', nullable: true })
  epsReported!: string | null;

  @Field(() => Float, { description: 'What `epsReported` is divided by for splits that later filings showed; 1 where none did.' })
  @Column({ name: 'split_factor', type: 'numeric' })
  splitFactor!: string;

  @Field(() => Float, { nullable: true, description: "Net income in USD, the parent's share; a loss is negative." })
  @Column({ name: 'net_income', type: 'numeric', nullable: true })
  netIncome!: string | null;

  @Field(() => FigureGround, { nullable: true, description: 'From what `netIncome` is told.' })
  @Column({ name: 'net_income_ground', type: 'text', nullable: true })
  netIncomeGround!: FigureGround | null;

  @Field(() => Float, { nullable: true, description: 'Revenue in USD.' })
  @Column({ type: 'numeric', nullable: true })
  revenue!: string | null;

  @Field(() => FigureGround, { nullable: true, description: 'From what `revenue` is told.' })
  @Column({ name: 'revenue_ground', type: 'text', nullable: true })
  revenueGround!: FigureGround | null;

  @Field(() => String, { nullable: true, description: 'The concept of `revenue`, which differs between companies and years: `us-gaap:Revenues`.' })
  @Column({ name: 'revenue_concept', type: 'text', collation: 'C', nullable: true })
  revenueConcept!: string | null;

  @Field(() => Float, { nullable: true, description: 'Weighted average of diluted shares, on the same basis as `epsDiluted`.' })
  @Column({ name: 'diluted_shares', type: 'numeric', nullable: true })
  dilutedShares!: string | null;

  @Field(() => FigureGround, { nullable: true, description: 'From what `dilutedShares` is told.' })
  @Column({ name: 'shares_ground', type: 'text', nullable: true })
  sharesGround!: FigureGround | null;

  @Column({ name: 'flags', type: 'text', array: true })
  flagged!: EarningsFlag[];

  @Field(() => EarningsChange, { description: 'What the filing made of what was known before.' })
  @Column({ type: 'text' })
  change!: EarningsChange;

  @Field(() => String, { description: "The filing's form: `10-Q`." })
  @Column({ type: 'text', collation: 'C' })
  form!: string;

  @Field(() => String, { description: "The filing's number at the SEC: `0000320193-24-000123`." })
  @Column({ type: 'text', collation: 'C' })
  accession!: string;

  /** The figures that they are told from. */
  @Column({ name: 'fact_ids', type: 'bigint', array: true })
  factIds!: string[];

  /** What histories of quarters tell of it, in parts of a JSON list that `toldQuarter` makes: of thousands of companies it is read from an index alone. Null of a year. */
  @Column({ type: 'text', collation: 'C', nullable: true })
  told!: string | null;

  @ForeignKey(() => SourceDocument, { name: 'earnings_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'earnings_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
