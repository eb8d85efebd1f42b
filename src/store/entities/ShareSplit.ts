import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Company } from './Company';

/** A split as a company's own filings show it: derived from its facts, as its earnings are. */
@ObjectType({ simpleResolvers: true, description: "A split of a company's shares, as its own filings show it." })
@Entity({ name: 'share_split' })
@Check('share_split_ratio', `ratio > 0 AND ratio < 'Infinity' AND factor > 0 AND factor < 'Infinity'`)
export class ShareSplit {
  @ForeignKey(() => Company, { name: 'share_split_company' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  cik!: string;

  @Field(() => IsoDateScalar, { description: 'The day of the first filing whose figures per share are on the new basis; the split itself came before.' })
  @PrimaryColumn({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Field(() => Float, { description: 'New shares for one old one: 4, or 0.1 for one new share for ten.' })
  @Column({ type: 'numeric' })
  ratio!: string;

  /** The product of all ratios up to this one. */
  @Column({ type: 'numeric' })
  factor!: string;
}
