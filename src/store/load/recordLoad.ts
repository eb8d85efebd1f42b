import type { PoolClient } from 'pg';
import { describe } from '../../domain/errors';
import { FactKind } from '../../domain/FactKind';
import { dayInNewYork } from '../../domain/isoDate';
import type { ReportKind } from '../../sources/defineSource';
import type { LoadReport, LoadRequest } from './LoadRequest';

/** Records a run of a file. @returns Its number. */
export async function recordLoad(client: PoolClient, report: LoadReport, now: Date): Promise<string> {
  const { source, fileName, outcome, rowsRead, rowsAdded, rowsUnchanged, facts, refusals } = report;
  const kinds = [...new Set(facts.filter((one) => one.rowsAdded > 0).map(({ kind }) => factKindOf(kind)))].sort();
  const reason = refusals[0] === undefined ? null : describe(refusals[0]);
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO load (source, file_name, outcome, ran_on, ran_at, rows_read, rows_added, rows_unchanged, rows_refused, reason, kinds)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [source, fileName, outcome, dayInNewYork(now), now, rowsRead, rowsAdded, rowsUnchanged, refusals.length, reason, kinds],
  );
  return onlyId(rows);
}

/** The document of these bytes, added if it is the first time that this source reads them. @returns Its number. */
export async function addDocument(client: PoolClient, request: LoadRequest, sha256: string): Promise<string> {
  const { source, fileName, now, isSimulated = false } = request;
  const publisher = isSimulated ? 'Catalyst Graph (simulated)' : source.publisher;
  const added = await client.query<{ id: string }>(
    `INSERT INTO source_document (source, publisher, file_name, retrieved_at, sha256, is_simulated)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
    [source.key, publisher, fileName, now, sha256, isSimulated],
  );
  if (added.rows.length > 0) return onlyId(added.rows);
  const known = await client.query<{ id: string }>('SELECT id FROM source_document WHERE source = $1 AND sha256 = $2', [source.key, sha256]);
  return onlyId(known.rows);
}

/** What a kind of report is called where its facts are told of. */
export function factKindOf(kind: ReportKind): FactKind {
  const name = kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  const found = new Map(Object.entries(FactKind)).get(name);
  if (found === undefined) throw new TypeError(`FactKind has no ${name}.`);
  return found;
}

function onlyId([row]: readonly { readonly id: string }[]): string {
  if (row === undefined) throw new TypeError('An INSERT gave no id back.');
  return row.id;
}
