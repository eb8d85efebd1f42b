import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Closes } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';

/**
 * Closes of one listing on one basis, so that what lies between two of them is a return: all raw closes of a source, or the
 * adjusted ones of one file. Identity: what is known of it on which day is said by its closes.
 */
@Entity({ name: 'price_series' })
@Index('price_series_key', { synchronize: false })
@Check('price_series_closes', `closes IN ('RAW', 'SPLIT_ADJUSTED', 'TOTAL_RETURN', 'MIXED')`)
@Check('price_series_edition', `(closes = 'RAW') = (content IS NULL) AND (content IS NULL) = (adjusted_through IS NULL)
          AND (closes <> 'RAW' OR dated_on IS NULL)`)
export class PriceSeries {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  /** The first ticker of the listing, as `listingOf` tells it. */
  @Column({ type: 'text', collation: 'C' })
  listing!: string;

  @Column({ type: 'text', collation: 'C' })
  source!: string;

  @Column({ type: 'text' })
  closes!: Closes;

  /** Of two series that serve alike, the lower is served. */
  @Column({ type: 'smallint' })
  precedence!: number;

  /** The beginning of a hash of all days and closes of the file; null for raw ones, which may come in many files. */
  @Column({ type: 'text', collation: 'C', nullable: true })
  content!: string | null;

  /** The last day of the file: what happened later it is not adjusted for. */
  @Column({ name: 'adjusted_through', type: 'date', nullable: true })
  adjustedThrough!: IsoDate | null;

  /** The day on which the file is said to have been downloaded. */
  @Column({ name: 'dated_on', type: 'date', nullable: true })
  datedOn!: IsoDate | null;
}
