import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { Node } from '../../domain/Node';
import { SecurityDescription } from './SecurityDescription';
import { Snapshot } from './Snapshot';

const KNOWN = ['observedOn', 'knownOn', 'provenOn'] as const;

/** One line of a snapshot. Two lines may hold the same security, so the line is part of its key. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'One position of a fund on one day.' })
@Entity({ name: 'holding' })
@ForeignKey(() => Snapshot, ['snapshotId', ...KNOWN], ['serial', ...KNOWN], { name: 'holding_snapshot' })
@ForeignKey(() => SecurityDescription, ['descriptionId', 'securityId'], ['id', 'securityId'], {
  name: 'holding_described',
  deferrable: 'INITIALLY IMMEDIATE',
})
@Index('holding_weight', { synchronize: false })
@Index('holding_security', { synchronize: false })
@Check(
  'holding_finite',
  ['shares', 'price', 'market_value', 'notional_value', 'published_weight', 'weight']
    .map((column) => `${column} < 'Infinity' AND ${column} > '-Infinity'`)
    .join(' AND '),
)
export class Holding extends Node {
  @PrimaryColumn({ name: 'snapshot_id', type: 'integer' })
  snapshotId!: number;

  @Field(() => Int, { description: 'Its place in the document, from 1.' })
  @PrimaryColumn({ type: 'integer' })
  line!: number;

  @Column({ name: 'security_id', type: 'integer' })
  securityId!: number;

  @Column({ name: 'description_id', type: 'integer' })
  descriptionId!: number;

  /** Its snapshot's days stand here too: the description of a security as of a day is found by them. */
  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  @Field(() => Float, {
    description:
      "Market value over the sum of all lines' market values, as a fraction: 0.031 is 3.1 %. From published weights over their sum where the document gives no market values.",
  })
  @Column({ type: 'numeric' })
  weight!: string;

  @Field(() => Float, { nullable: true, description: "The document's own weight, rounded as it is, as a fraction; null where it has none." })
  @Column({ name: 'published_weight', type: 'numeric', nullable: true })
  publishedWeight!: string | null;

  @Field(() => Float, { nullable: true, description: 'Units held (shares, or the nominal amount); negative where short or owed, null where not given.' })
  @Column({ type: 'numeric', nullable: true })
  shares!: string | null;

  @Field(() => Float, { nullable: true, description: 'In `currency`; negative where owed, 0 for a future, null where not given.' })
  @Column({ name: 'market_value', type: 'numeric', nullable: true })
  marketValue!: string | null;

  @Field(() => Float, { nullable: true, description: 'What a derivative stands for, in `currency`; else the market value. Null where not given.' })
  @Column({ name: 'notional_value', type: 'numeric', nullable: true })
  notionalValue!: string | null;

  @Field(() => Float, { nullable: true, description: 'Per unit, in `currency`, as the document quotes it; null where it does not.' })
  @Column({ type: 'numeric', nullable: true })
  price!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code of its values; null where the document does not say.' })
  @Column({ type: 'text', nullable: true })
  currency!: string | null;
}
