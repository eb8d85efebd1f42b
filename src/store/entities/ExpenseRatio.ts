import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import './enumTypes';
import { KNOWN_ON_BASIS, KnownOnBasisColumn, ProvenOnColumn } from './factColumns';
import { Fund } from './Fund';

/** What a fund charges from a day on, shipped with its source. A change may be known before the day it applies from. */
@ObjectType({ simpleResolvers: true, description: 'What a fund charges a year, from a day on.' })
@Entity({ name: 'expense_ratio' })
@Check('expense_ratio_proven_after_known', 'proven_on >= known_on')
@Check('expense_ratio_known_on_basis', KNOWN_ON_BASIS)
@Check('expense_ratio_fraction', 'ratio >= 0 AND ratio < 1')
export class ExpenseRatio {
  @ForeignKey(() => Fund, { name: 'expense_ratio_fund' })
  @PrimaryColumn({ name: 'fund_symbol', type: 'text', collation: 'C' })
  fundSymbol!: string;

  @Field(() => IsoDateScalar, { description: 'The day from which it applies.' })
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The first day it could be read.' })
  @PrimaryColumn({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  @Field(() => Float, { description: 'Of net assets a year, after waivers, as a fraction: 0.0019 is 0.19 %.' })
  @Column({ type: 'numeric' })
  ratio!: string;

  @Field(() => String, { description: 'Who published it.' })
  @Column({ type: 'text' })
  publisher!: string;

  @Field(() => String, { description: 'The document that says so.' })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'Where the document stands, or its number at the SEC.' })
  @Column({ type: 'text' })
  url!: string;
}
