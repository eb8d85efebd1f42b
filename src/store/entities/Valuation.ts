import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import './enumTypes';
import { FactChecks, KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { Fund } from './Fund';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** What a fund was worth on one day, in one version; a corrected value is another row with a later `knownOn`. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'What a fund was worth on one day.' })
@Entity({ name: 'valuation' })
@FactChecks('valuation')
@Check('valuation_says_something', 'nav IS NOT NULL OR shares_outstanding IS NOT NULL')
@Check('valuation_finite', `nav > 0 AND nav < 'Infinity' AND shares_outstanding > 0 AND shares_outstanding < 'Infinity'`)
@Index('valuation_document_id', ['documentId'])
export class Valuation extends Node {
  @ForeignKey(() => Fund, { name: 'valuation_fund' })
  @PrimaryColumn({ name: 'fund_symbol', type: 'text', collation: 'C' })
  fundSymbol!: string;

  @Field(() => IsoDateScalar, { description: 'The day it is about.' })
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @KnownOnColumn()
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  @ForeignKey(() => Load, { name: 'valuation_load' })
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  @ForeignKey(() => SourceDocument, { name: 'valuation_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  /** Of two sources for one fund and day, the lower is served. */
  @Column({ type: 'smallint' })
  precedence!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Net asset value per share, in the fund's currency, as the document gives it: adjusted for the fund's own splits up to the document's day. Null where it gives none.",
  })
  @Column({ type: 'numeric', nullable: true })
  nav!: string | null;

  @Field(() => Float, { nullable: true, description: "The fund's own shares outstanding; null on days for which the document gives none." })
  @Column({ name: 'shares_outstanding', type: 'numeric', nullable: true })
  sharesOutstanding!: string | null;
}
