import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import './enumTypes';
import { FactChecks, KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { Fund } from './Fund';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/**
 * All of a fund's holdings on one day, from one document: loaded whole or not at all. A corrected
 * document is another snapshot of the same day with a later `knownOn`; both stay.
 */
@ObjectType({ implements: Node, simpleResolvers: true, description: "All of a fund's holdings on one day, from one document." })
@Entity({ name: 'snapshot' })
@Index('snapshot_key', ['key'], { unique: true })
@Index('snapshot_days', ['serial', 'observedOn', 'knownOn', 'provenOn'], { unique: true })
@Index('snapshot_as_of', { synchronize: false })
@FactChecks('snapshot')
@Check('snapshot_finite', `shares_outstanding < 'Infinity' AND total_market_value < 'Infinity' AND total_market_value > '-Infinity'`)
export class Snapshot extends Node {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'integer', generatedIdentity: 'ALWAYS' })
  serial!: number;

  /** Natural key: fund, observed day, bytes, and the day they count as known. */
  @Column({ type: 'text', collation: 'C' })
  key!: string;

  @ForeignKey(() => Fund, { name: 'snapshot_fund' })
  @Column({ name: 'fund_symbol', type: 'text', collation: 'C' })
  fundSymbol!: string;

  @Field(() => IsoDateScalar, { description: 'The day the holdings are about.' })
  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @KnownOnColumn('The first day the document could be read.')
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn('The first day for which it can be proven that the document was readable.')
  provenOn!: IsoDate;

  /** Of two sources for one fund and day, the lower is served. */
  @Column({ type: 'smallint' })
  precedence!: number;

  @ForeignKey(() => SourceDocument, { name: 'snapshot_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'snapshot_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  @Field(() => Int, { description: 'Lines in the document, cash and derivatives among them.' })
  @Column({ type: 'integer' })
  positions!: number;

  @Field(() => Float, { nullable: true, description: "The fund's own shares outstanding; null where the document does not say." })
  @Column({ name: 'shares_outstanding', type: 'numeric', nullable: true })
  sharesOutstanding!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Sum of all lines' market values, in the fund's currency; null where the document gives only weights.",
  })
  @Column({ name: 'total_market_value', type: 'numeric', nullable: true })
  totalMarketValue!: string | null;
}
