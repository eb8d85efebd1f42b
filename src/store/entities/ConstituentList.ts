import { Column, Entity, ForeignKey, Index as TableIndex, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { FactChecks } from './factColumns';
import { Index } from './Index';
import { Load } from './Load';
import { SourceDocument } from './SourceDocument';

/** All members of an index on one day, from one document: loaded whole or not at all. */
@Entity({ name: 'constituent_list' })
@TableIndex('constituent_list_key', ['key'], { unique: true })
@TableIndex('constituent_list_days', ['id', 'observedOn', 'knownOn', 'provenOn'], { unique: true })
@TableIndex('constituent_list_as_of', { synchronize: false })
@FactChecks('constituent_list')
export class ConstituentList {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  /** Natural key: index, observed day, bytes, and the day they count as known. */
  @Column({ type: 'text', collation: 'C' })
  key!: string;

  @ForeignKey(() => Index, { name: 'constituent_list_index' })
  @Column({ name: 'index_code', type: 'text', collation: 'C' })
  indexCode!: string;

  @Column({ name: 'observed_on', type: 'date' })
  observedOn!: IsoDate;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: IsoDate;

  @Column({ name: 'known_on_basis', type: 'text' })
  knownOnBasis!: KnownOnBasis;

  @Column({ name: 'proven_on', type: 'date' })
  provenOn!: IsoDate;

  /** Of two sources for one index and day, the lower is served. */
  @Column({ type: 'smallint' })
  precedence!: number;

  @ForeignKey(() => SourceDocument, { name: 'constituent_list_document' })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ForeignKey(() => Load, { name: 'constituent_list_load' })
  @Column({ name: 'load_id', type: 'bigint' })
  loadId!: string;

  @Column({ type: 'integer' })
  members!: number;
}
