import type { PoolClient } from 'pg';
import { InvalidInput } from '../../domain/errors';

/**
 * Takes an invented market out, with all that only it named. The first real file does this: real and
 * invented facts never stand side by side. Facts that were published are never deleted by anything.
 */
export async function removeSimulated(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM source_document WHERE is_simulated LIMIT 1');
  if (rowCount === 0) return;
  await client.query(`
    DELETE FROM holding WHERE snapshot_id IN
      (SELECT s.id FROM snapshot s JOIN source_document d ON d.id = s.document_id WHERE d.is_simulated);
    DELETE FROM snapshot WHERE document_id IN (SELECT id FROM source_document WHERE is_simulated);
    DELETE FROM constituent WHERE list_id IN
      (SELECT l.id FROM constituent_list l JOIN source_document d ON d.id = l.document_id WHERE d.is_simulated);
    DELETE FROM constituent_list WHERE document_id IN (SELECT id FROM source_document WHERE is_simulated);
    DELETE FROM valuation WHERE document_id IN (SELECT id FROM source_document WHERE is_simulated);
    DELETE FROM source_document WHERE is_simulated;
    DELETE FROM security_description d WHERE NOT EXISTS (SELECT FROM holding h WHERE h.description_id = d.id AND h.security_id = d.security_id)
      AND NOT EXISTS (SELECT FROM constituent c WHERE c.description_id = d.id AND c.security_id = d.security_id);
    DELETE FROM security s WHERE NOT EXISTS (SELECT FROM security_description d WHERE d.security_id = s.id);
    DELETE FROM fund f WHERE f.issuer IS NULL AND NOT EXISTS (SELECT FROM snapshot s WHERE s.fund_symbol = f.symbol)
      AND NOT EXISTS (SELECT FROM valuation v WHERE v.fund_symbol = f.symbol);
  `);
}

/** @throws {InvalidInput} if the database holds anything that was really published. */
export async function refuseBesideReal(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM source_document WHERE NOT is_simulated LIMIT 1');
  if (rowCount !== 0) throw new InvalidInput('it is invented, and the database holds real documents: the two never stand side by side');
}
