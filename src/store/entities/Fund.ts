import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Node } from '../../domain/Node';
import { Index } from './Index';

/** A fund. Identity only: what it holds is dated, in snapshots. */
@ObjectType('Etf', { implements: Node, simpleResolvers: true, description: 'An exchange-traded fund.' })
@Entity({ name: 'fund' })
export class Fund extends Node {
  @Field(() => String, { description: 'Its ticker, upper case: `IWM`.' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  symbol!: string;

  @Field(() => String, { description: "Its name, as the issuer's files write it." })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Who runs it; null where only a file of your own names the fund.' })
  @Column({ type: 'text', nullable: true })
  issuer!: string | null;

  @ForeignKey(() => Index, { name: 'fund_index' })
  @Column({ name: 'index_code', type: 'text', collation: 'C', nullable: true })
  indexCode!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day it began; null where no source at hand says.' })
  @Column({ name: 'inception_on', type: 'date', nullable: true })
  inceptionOn!: IsoDate | null;

  @Field(() => String, { nullable: true, description: "Its registrant's number at the SEC, ten digits; null where no source at hand says." })
  @Column({ type: 'text', collation: 'C', nullable: true })
  cik!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Its series at the SEC, `S000004344`; null for a unit investment trust, which has none, and where no source at hand says.",
  })
  @Column({ name: 'series_id', type: 'text', collation: 'C', nullable: true })
  seriesId!: string | null;
}
