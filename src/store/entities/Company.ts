import { Field, ObjectType } from 'type-graphql';
import { Check, Entity, PrimaryColumn } from 'typeorm';
import { Node } from '../../domain/Node';

/** A company that reports to the SEC. The row is its identity and timeless: what it is called and reports is dated. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A company that reports to the SEC.' })
@Entity({ name: 'company' })
@Check('company_cik', `cik ~ '^[0-9]{10}$'`)
export class Company extends Node {
  @Field(() => String, { description: 'Its Central Index Key at the SEC, ten digits: `0000320193`.' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  cik!: string;
}
