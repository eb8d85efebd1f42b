import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import './enumTypes';
import { KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { SeriesLoad } from './SeriesLoad';

/** A series as it could be read on one day. Those of one document and series have numbers that follow each other. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'An indicator as it could be read on one day.' })
@Entity({ name: 'vintage' })
@ForeignKey(() => SeriesLoad, ['seriesCode', 'documentId', 'loadId'], ['seriesCode', 'documentId', 'loadId'], { name: 'vintage_series_load' })
@Index('vintage_place', ['seriesCode', 'place'], { unique: true })
@Check('vintage_ordered', 'first_observed_on <= observed_on AND observations > 0')
@Check('vintage_known_after_observed', 'known_on >= observed_on')
@Check('vintage_known_on_basis', `known_on_basis IN ('VINTAGE', 'FIRST_SEEN')`)
@Check('vintage_is_proven', 'proven_on = known_on')
export class Vintage extends Node {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'integer', generatedIdentity: 'ALWAYS' })
  serial!: number;

  @Column({ name: 'series_code', type: 'text', collation: 'C' })
  seriesCode!: string;

  @Field(() => IsoDateScalar, { description: 'The first period that it reaches.' })
  @Column({ name: 'first_observed_on', type: 'date' })
  firstObservedOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The last period that it reaches.' })
  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @KnownOnColumn('The first day on which it could be read.')
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn()
  provenOn!: IsoDate;

  /** Where it stands among the series' vintages, as `domain/indicators/vintagePlace` tells. */
  @Column({ type: 'bigint' })
  place!: string;

  @Field(() => Int, { description: 'How many periods it has, those with a missing value among them.' })
  @Column({ type: 'integer' })
  observations!: number;

  @Field(() => Boolean, {
    description: 'False of one that nothing is told from: it lacks a period within its own span, or nobody dated it and it ends before what was known when it was first seen.',
  })
  isServed!: boolean;

  /** The same for vintages that say the same. */
  @Column({ type: 'text', collation: 'C' })
  digest!: string;

  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
