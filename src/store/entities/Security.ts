import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AssetClass } from '../../domain/assetClass';
import type { IsoDate } from '../../domain/isoDate';
import { Node } from '../../domain/Node';
import './enumTypes';

/**
 * Something that a fund can hold. The row is its identity and timeless; how it was called and
 * classified is dated, and read from the newest holdings known at the knowledge date.
 */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'Something that a fund can hold.' })
@Entity({ name: 'security' })
@Index('security_key', ['key'], { unique: true })
export class Security extends Node {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'integer', generatedIdentity: 'ALWAYS' })
  serial!: number;

  @Field(() => String, {
    description:
      'Its natural key where there is no CUSIP or ISIN: asset class and first known ticker, with the name where the ticker is none or doubled.',
  })
  @Column({ type: 'text', collation: 'C' })
  key!: string;

  @Field(() => AssetClass, { description: 'What kind of thing it is.' })
  @Column({ name: 'asset_class', type: 'text' })
  assetClass!: AssetClass;

  @Field(() => String, { nullable: true, description: 'Its ticker as known at the knowledge date; null where it has none.' })
  symbol!: string | null;

  @Field(() => String, { description: "Its name as known at the knowledge date, in the source's spelling." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its sector as known at the knowledge date, in the source's words." })
  sector!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is domiciled or listed, as known at the knowledge date.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'The exchange it trades on, as known at the knowledge date.' })
  exchange!: string | null;

  /** The wording by which it is called so, and the day of the document that has it. */
  descriptionId!: number;
  observedOn!: IsoDate;
}
