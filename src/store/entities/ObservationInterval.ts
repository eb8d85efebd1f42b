import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Indicator } from './Indicator';
import { SourceDocument } from './SourceDocument';
import { Vintage } from './Vintage';

/** A value of a period over the vintages that have it so, from one place until before another. Derived from the vintages that are served. */
@Entity({ name: 'observation_interval' })
@Check('observation_interval_known_after_observed', 'known_on >= observed_on AND assumed_on >= observed_on')
@Check('observation_interval_ordered', 'place_until > place_from')
@Check('observation_interval_known_on_basis', `known_on_basis IN ('VINTAGE', 'FIRST_SEEN')`)
@Check('observation_interval_assumed_basis', `(assumed_on IS NULL) = (assumed_basis IS NULL) AND assumed_basis IN ('RELEASE_CALENDAR', 'LAG_ASSUMED')`)
@Check('observation_interval_is_proven', 'proven_on = known_on')
export class ObservationInterval {
  @ForeignKey(() => Indicator, { name: 'observation_interval_indicator' })
  @PrimaryColumn({ name: 'series_code', type: 'text', collation: 'C' })
  seriesCode!: string;

  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @PrimaryColumn({ name: 'place_from', type: 'bigint' })
  placeFrom!: string;

  @Column({ name: 'place_until', type: 'bigint' })
  placeUntil!: string;

  @Column({ type: 'numeric', nullable: true })
  value!: string | null;

  /** The days of the first vintage that has it. */
  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'known_on_basis', type: 'text' })
  knownOnBasis!: KnownOnBasis;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  /** Since when it counts as known before all vintages; null of a series of which nobody said when it comes. */
  @Column({ name: 'assumed_on', type: 'date', nullable: true })
  assumedOn!: IsoDate | null;

  /** On what ground that is said: a calendar of its release, or the usual lag. */
  @Column({ name: 'assumed_basis', type: 'text', nullable: true })
  assumedBasis!: KnownOnBasis | null;

  /** The first vintage that has it. */
  @ForeignKey(() => Vintage, { name: 'observation_interval_vintage' })
  @Column({ name: 'vintage_id', type: 'integer' })
  vintageId!: number;

  @ForeignKey(() => SourceDocument, { name: 'observation_interval_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;
}
