import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Runs one load's writes in a transaction of their own, one load after another in the whole database:
 * so the numbers of loads grow in the order in which their facts can be seen.
 */
export async function inLoad<T>(db: DataSource, write: (client: PoolClient) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('catalyst-graph load'))`);
    const result = await write(client);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}
