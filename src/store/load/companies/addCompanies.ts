import type { PoolClient } from 'pg';

/** Adds companies that are not there yet. */
export async function addCompanies(client: PoolClient, ciks: readonly string[]): Promise<void> {
  await client.query('INSERT INTO company (cik) SELECT DISTINCT unnest($1::text[]) ON CONFLICT DO NOTHING', [ciks]);
}
