import type { PoolClient } from 'pg';
import type { ConstituentsReport } from '../../../sources/ConstituentsReport';
import type { DueVersion } from '../dueVersion';
import { mergeIdentities } from '../identities/mergeIdentities';
import { type WordedLine, Wordings } from '../identities/Wordings';
import type { Provenance } from '../defineFactKind';

/** Appends a list of members with its lines. What the caller's transaction does not commit never was. */
export async function mergeConstituents(
  client: PoolClient,
  { documentId, loadId, precedence, onTouched }: Provenance,
  { report, key, knownOn, knownOnBasis, provenOn }: DueVersion<ConstituentsReport>,
  lines: readonly WordedLine[],
): Promise<void> {
  const wordings = new Wordings();
  const worded = wordings.numbersOf(report.observedOn, lines);
  onTouched(await mergeIdentities(client, wordings));
  const about = [key, report.index, report.observedOn, knownOn, knownOnBasis, provenOn];
  const { rows } = await client.query<{ id: number }>(LIST, [...about, precedence, documentId, loadId, lines.length]);
  await client.query(LINES, [rows[0]?.id, worded]);
}

const LIST = `
  INSERT INTO constituent_list (key, index_code, observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id, members)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`;

const LINES = `
  INSERT INTO constituent (list_id, line, security_id, description_id, observed_on, known_on, proven_on)
  SELECT l.id, w.line, s.security_id, s.description_id, l.observed_on, l.known_on, l.proven_on
  FROM constituent_list l CROSS JOIN unnest($2::int[]) WITH ORDINALITY w(wording, line) JOIN staged_security s USING (wording)
  WHERE l.id = $1 ORDER BY w.line`;
