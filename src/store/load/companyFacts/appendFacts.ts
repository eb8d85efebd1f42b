import type { PoolClient } from 'pg';
import { copyLine, copyLines } from '../copyLines';
import type { Provenance } from '../defineFactKind';
import type { DatedFacts, StoredFact } from './datedFacts';

/** Appends a company's new figures. @returns All there are of it now. */
export async function appendFacts(client: PoolClient, { report, stored, added }: DatedFacts, { loadId, documentId }: Provenance): Promise<readonly StoredFact[]> {
  await client.query('INSERT INTO company (cik) VALUES ($1) ON CONFLICT DO NOTHING', [report.cik]);
  const numbers = await client.query<{ id: string }>(NUMBERS, [added.length]);
  const numbered = added.map((fact, i) => ({ ...fact, id: numbers.rows[i]?.id ?? '', loadId, documentId }));
  await copyLines(client, `company_fact (${COLUMNS})`, numbered.map((fact) => factLine(report.cik, fact)));
  return [...stored, ...numbered];
}

/** The numbers of the new rows: what is derived from them in the same transaction names them. */
const NUMBERS = `SELECT nextval(pg_get_serial_sequence('company_fact', 'id')) AS id FROM generate_series(1, $1::int)`;

const COLUMNS = `id, cik, concept, unit, start_on, observed_on, value, known_on, known_on_basis, proven_on, form, accession,
  fiscal_year, fiscal_period, document_id, load_id`;

const factLine = (cik: string, fact: StoredFact): string =>
  copyLine([
    ...[fact.id, cik, fact.concept, fact.unit, fact.startOn, fact.endOn, fact.value, fact.knownOn, fact.knownOnBasis, fact.provenOn],
    ...[fact.form, fact.accession, fact.fiscalYear, fact.fiscalPeriod, fact.documentId, fact.loadId],
  ]);
