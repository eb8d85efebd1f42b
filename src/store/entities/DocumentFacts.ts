import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { SourceDocument } from './SourceDocument';

/** How many facts of one table a document brought, and over which days. Derived by the database itself with each statement that adds facts. */
@Entity({ name: 'document_facts' })
export class DocumentFacts {
  @ForeignKey(() => SourceDocument, { name: 'document_facts_document', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @PrimaryColumn({ name: 'table_name', type: 'text', collation: 'C' })
  tableName!: string;

  @Column({ type: 'integer' })
  facts!: number;

  @Column({ name: 'newest_observed_on', type: 'date' })
  newestObservedOn!: IsoDate;

  @Column({ name: 'first_known_on', type: 'date' })
  firstKnownOn!: IsoDate;

  @Column({ name: 'last_known_on', type: 'date' })
  lastKnownOn!: IsoDate;

  @Column({ name: 'first_proven_on', type: 'date' })
  firstProvenOn!: IsoDate;

  @Column({ name: 'last_proven_on', type: 'date' })
  lastProvenOn!: IsoDate;
}
