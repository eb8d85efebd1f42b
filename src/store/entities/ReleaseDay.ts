import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import './enumTypes';
import { KnownOnBasisColumn, KnownOnColumn, ProvenOnColumn } from './factColumns';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/**
 * A day on which a release came out, or was to come out as a calendar had it. That it came out was known on that day itself, which a later calendar
 * proves; that it was to come was known when the calendar was read.
 */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A day on which a release came out, or is to come out.' })
@Entity({ name: 'release_day' })
@Check('release_day_observed', 'observed_on <= release_on AND known_on = observed_on')
@Check('release_day_proven_after_known', 'proven_on >= known_on')
@Check(
  'release_day_known_on_basis',
  `CASE WHEN release_on = observed_on THEN known_on_basis = 'RELEASE_CALENDAR' ELSE known_on_basis IN ('VINTAGE', 'FIRST_SEEN') AND proven_on = known_on END`,
)
export class ReleaseDay extends Node {
  /** The release's number at FRED. */
  @PrimaryColumn({ name: 'fred_release', type: 'integer' })
  fredRelease!: number;

  @Field(() => IsoDateScalar, { description: 'The day.' })
  @PrimaryColumn({ name: 'release_on', type: 'date' })
  releaseOn!: IsoDate;

  /** The day itself where the release has come out, else that of the calendar. */
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @KnownOnColumn('Of a release that came out, its day; of one that is to come, the first day on which the calendar could be read that says so.')
  knownOn!: IsoDate;

  @KnownOnBasisColumn()
  knownOnBasis!: KnownOnBasis;

  @ProvenOnColumn('The first day for which a calendar proves it.')
  @PrimaryColumn({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  @Field(() => Boolean, { description: 'True of a day that is to come after the knowledge date, as the newest calendar known by then has it.' })
  isScheduled!: boolean;

  @ForeignKey(() => SourceDocument, { name: 'release_day_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'release_day_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  /** The release's code here. */
  releaseCode!: string;
}
