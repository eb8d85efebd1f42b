import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Node } from '../../domain/Node';

/** A publication in which series appear, and its usual lag. Identity only: the days on which it came out are dated facts. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A publication in which indicators appear.' })
@Entity({ name: 'release' })
@Unique('release_fred_id', ['fredId'])
@Check('release_lag', `lag_rule IN ('DAYS', 'NEXT_SESSION', 'SAME_DAY') AND (lag_rule = 'DAYS') = (lag_days IS NOT NULL)`)
export class Release extends Node {
  @Field(() => String, { description: 'Its code here: `employment-situation`.' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  code!: string;

  @Field(() => String, { description: 'As its publisher calls it.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Who publishes it.' })
  @Column({ type: 'text' })
  publisher!: string;

  @Field(() => String, { description: 'Where.' })
  @Column({ type: 'text' })
  url!: string;

  @Field(() => Int, { nullable: true, description: 'Its number at FRED; null where it is no release there, or nobody knows its number here.' })
  @Column({ name: 'fred_id', type: 'integer', nullable: true })
  fredId!: number | null;

  @Column({ name: 'lag_rule', type: 'text' })
  lagRule!: string;

  /** Calendar days after a period's end, under `DAYS`. */
  @Column({ name: 'lag_days', type: 'smallint', nullable: true })
  lagDays!: number | null;

  @Field(() => String, { description: 'Why the usual lag is what it is.' })
  @Column({ name: 'lag_reason', type: 'text' })
  lagReason!: string;
}
