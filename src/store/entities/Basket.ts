import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from '../../domain/Node';

/** A set of companies under one name. The table holds one's own; some are shipped. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A set of companies under one name, such as the Magnificent 7.' })
@Entity({ name: 'basket' })
@Check('basket_key', `key ~ '^[a-z0-9][a-z0-9-]*$'`)
export class Basket extends Node {
  @Field(() => String, { description: 'What it is asked for by: `mag7`.' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  @Column({ type: 'text', collation: 'C' })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'How many of the largest companies by market value it holds on a day; null where its members are listed.' })
  largest!: number | null;
}
