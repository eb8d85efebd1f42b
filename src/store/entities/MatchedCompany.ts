import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { CompanyMatch } from '../../domain/CompanyMatch';
import { Company } from './Company';
import { SecurityDescription } from './SecurityDescription';

/**
 * Whose the security is that a wording names, in documents about the day `observedFrom` and later, until the next row of the
 * wording. Derived from all wordings, names and lists there are, as identities are; it can be derived again.
 */
@Entity({ name: 'company_match' })
@Index('company_match_cik', ['cik'])
@Check('company_match_matched_by', `matched_by IN ('TICKER_AND_NAME', 'NAME', 'TICKER')`)
export class MatchedCompany {
  @ForeignKey(() => SecurityDescription, { name: 'company_match_description', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'description_id', type: 'integer' })
  descriptionId!: number;

  /** `-infinity` of the first. */
  @PrimaryColumn({ name: 'observed_from', type: 'date' })
  observedFrom!: IsoDate;

  @ForeignKey(() => Company, { name: 'company_match_company' })
  @Column({ type: 'text', collation: 'C' })
  cik!: string;

  @Column({ name: 'matched_by', type: 'text' })
  matchedBy!: CompanyMatch;
}
