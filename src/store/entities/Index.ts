import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from '../../domain/Node';

/** An index that funds follow. Identity only: its members are dated facts. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'An index that funds follow.' })
@Entity({ name: 'benchmark_index' })
export class Index extends Node {
  @Field(() => String, { description: 'Its usual ticker without a vendor prefix: `RUT`, `SPX`.' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  code!: string;

  @Field(() => String, { description: 'As its provider calls it.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Who calculates and publishes it.' })
  @Column({ type: 'text' })
  provider!: string;

  /** The fund that holds just its members, and stands in for its list where none is known. */
  @Column({ name: 'stand_in', type: 'text', collation: 'C', nullable: true })
  standIn!: string | null;
}
