import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ShareCountBasis } from '../../domain/earnings/shareCounts';
import type { IsoDate } from '../../domain/isoDate';
import { Company } from './Company';
import { CompanyFact } from './CompanyFact';

/**
 * Which of a company's figures tells how many shares it has, from the day `known_on` until the next row of the company: derived from
 * its facts, as its earnings are.
 */
@Entity({ name: 'share_count' })
@Check('share_count_basis', `basis IN ('COVER_PAGE', 'BALANCE_SHEET', 'DILUTED_AVERAGE')`)
@Check('share_count_split_factor', `split_factor > 0 AND split_factor < 'Infinity'`)
export class ShareCount {
  @ForeignKey(() => Company, { name: 'share_count_company' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  cik!: string;

  @PrimaryColumn({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ type: 'text' })
  basis!: ShareCountBasis;

  /** What the figure is multiplied by for splits that later filings showed; 1 where none did. */
  @Column({ name: 'split_factor', type: 'numeric' })
  splitFactor!: string;

  @ForeignKey(() => CompanyFact, { name: 'share_count_fact' })
  @Column({ name: 'fact_id', type: 'bigint' })
  factId!: string;
}
