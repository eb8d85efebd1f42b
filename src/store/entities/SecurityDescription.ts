import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { SecurityMatch } from '../../domain/matchSecurities';
import { Company } from './Company';
import { Security } from './Security';

/**
 * One wording of a listing, each stored once. That it held on a day is said by the holdings of that
 * day which point here, so a name, ticker or sector is dated as they are. Which security the listing is, is derived
 * from all wordings there are; so `securityId` and `matchedBy` may change as others come.
 */
@Entity({ name: 'security_description' })
@Index('security_description_wording', { synchronize: false })
@Index('security_description_of', ['id', 'securityId'], { unique: true })
@Index('security_description_symbol', ['symbol'])
@Index('security_description_by_security', ['securityId'])
@Index('security_description_cik', { synchronize: false })
@Index('security_description_plain_name', { synchronize: false })
@Index('security_description_words', { synchronize: false })
@Check('security_description_matched_by', `matched_by IN ('CUSIP', 'ISIN', 'TICKER', 'NAME', 'NONE')`)
export class SecurityDescription {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @ForeignKey(() => Security, { name: 'security_description_security' })
  @Column({ name: 'security_id', type: 'integer' })
  securityId!: number;

  @Column({ type: 'text', collation: 'C', nullable: true })
  symbol!: string | null;

  @Column({ type: 'text', collation: 'C' })
  name!: string;

  @Column({ type: 'text', collation: 'C', nullable: true })
  sector!: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  country!: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  exchange!: string | null;

  /** The natural key of the listing, from the wording alone. */
  @Column({ type: 'text', collation: 'C' })
  listing!: string;

  @Column({ name: 'matched_by', type: 'text' })
  matchedBy!: SecurityMatch;

  @Column({ type: 'text', collation: 'C', nullable: true })
  cusip!: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  isin!: string | null;

  /** The issuer's. */
  @Column({ type: 'text', collation: 'C', nullable: true })
  lei!: string | null;

  /** The issuer's. */
  @ForeignKey(() => Company, { name: 'security_description_company' })
  @Column({ type: 'text', collation: 'C', nullable: true })
  cik!: string | null;
}
