import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantScalar } from '../../domain/InstantScalar';

/** The bytes that facts were read from. One row per different file and source, however often it is loaded. */
@ObjectType('Source', { simpleResolvers: true, description: 'The document that facts were read from.' })
@Entity({ name: 'source_document' })
@Index('source_document_bytes', ['key', 'sha256'], { unique: true })
export class SourceDocument {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Field(() => String, { description: 'The format it was read as: `ishares-holdings`.' })
  @Column({ name: 'source', type: 'text', collation: 'C' })
  key!: string;

  @Field(() => String, { description: 'Who published it.' })
  @Column({ type: 'text' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Where it was downloaded from; null for a file that was handed over.' })
  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Field(() => String, { description: 'The name of the file, without its folder.' })
  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Field(() => InstantScalar, { description: 'When its bytes were first read here.' })
  @Column({ name: 'retrieved_at', type: 'timestamptz' })
  retrievedAt!: Date;

  @Field(() => String, { description: 'SHA-256 of its bytes, 64 hexadecimal digits.' })
  @Column({ type: 'text', collation: 'C' })
  sha256!: string;

  @Field(() => Boolean, { description: 'True for an invented document: nothing in it was ever published.' })
  @Column({ name: 'is_simulated', type: 'boolean' })
  isSimulated!: boolean;
}
