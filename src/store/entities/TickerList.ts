import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { FactChecks } from './factColumns';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** The `scope` of a list of all companies that have a ticker. */
export const ALL_COMPANIES = 'ALL';

/** Which tickers belonged to which companies on one day, from one document: loaded whole or not at all. */
@Entity({ name: 'ticker_list' })
@Index('ticker_list_key', ['key'], { unique: true })
@Index('ticker_list_days', ['id', 'observedOn', 'knownOn', 'provenOn'], { unique: true })
@Index('ticker_list_as_of', { synchronize: false })
@FactChecks('ticker_list')
export class TickerList {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  /** Natural key: scope, observed day, bytes, and the day they count as known. */
  @Column({ type: 'text', collation: 'C' })
  key!: string;

  /** `ALL`, or the CIK of the one company whose tickers these are. */
  @Column({ type: 'text', collation: 'C' })
  scope!: string;

  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'known_on_basis', type: 'text' })
  knownOnBasis!: KnownOnBasis;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  @Column({ type: 'smallint' })
  precedence!: number;

  @ForeignKey(() => SourceDocument, { name: 'ticker_list_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'ticker_list_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  /** How many there are. */
  @Column({ type: 'integer' })
  tickers!: number;
}
