import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** From which day to which one calendar lists all days of one release. */
@Entity({ name: 'release_list' })
@Check('release_list_ordered', 'first_on <= through_on')
@Check('release_list_known_after_observed', 'known_on >= observed_on')
@Check('release_list_known_on_basis', `known_on_basis IN ('VINTAGE', 'FIRST_SEEN')`)
@Check('release_list_is_proven', 'proven_on = known_on')
export class ReleaseList {
  /** The release's number at FRED. */
  @PrimaryColumn({ name: 'fred_release', type: 'integer' })
  fredRelease!: number;

  /** What the calendar calls it; null where it does not say. */
  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @PrimaryColumn({ name: 'first_on', type: 'date' })
  firstOn!: IsoDate;

  @PrimaryColumn({ name: 'through_on', type: 'date' })
  throughOn!: IsoDate;

  /** The day of the calendar. */
  @PrimaryColumn({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'known_on_basis', type: 'text' })
  knownOnBasis!: KnownOnBasis;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  @ForeignKey(() => SourceDocument, { name: 'release_list_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'release_list_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;
}
