import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Security } from './Security';

/**
 * One wording of a security, each stored once. That it held on a day is said by the holdings of that
 * day which point here, so a name, ticker or sector is dated as they are.
 */
@Entity({ name: 'security_description' })
@Index('security_description_wording', { synchronize: false })
@Index('security_description_of', ['id', 'securityId'], { unique: true })
@Index('security_description_symbol', ['symbol'])
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
}
