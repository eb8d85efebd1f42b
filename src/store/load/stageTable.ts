import type { PoolClient } from 'pg';

/**
 * Makes a temporary table that goes when the transaction ends, or empties the one that an earlier file of the same transaction made. One made
 * anew for each file would hold a lock until the transaction ends, of which a server has so many and no more: a simulated market is
 * thousands of files in one transaction.
 *
 * @param columns As in `CREATE TABLE`.
 */
export async function stageTable(client: PoolClient, table: string, columns: string): Promise<void> {
  await client.query(`CREATE TEMPORARY TABLE IF NOT EXISTS ${table} (${columns}) ON COMMIT DROP; TRUNCATE ${table}`);
}

/** Fewer rows are joined in no time however Postgres plans, and counts of its own would pile up in a long transaction. */
const WORTH_COUNTING = 500;

/** Counts what a temporary table holds, for Postgres to plan by, if it is many rows. */
export async function countStaged(client: PoolClient, table: string, rows: number): Promise<void> {
  if (rows >= WORTH_COUNTING) await client.query(`ANALYZE ${table}`);
}
