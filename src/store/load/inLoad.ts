import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { asDomainError } from '../databaseErrors';

/**
 * Runs one load's writes in a transaction of their own, one load after another in the whole database:
 * so the numbers of loads grow in the order in which their facts can be seen.
 *
 * @throws {DatabaseUnavailable} if the connection cannot be had or is lost; then nothing was written.
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
    // A lost connection has rolled back already, and can no longer be told to.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw asDomainError(error);
  } finally {
    await runner.release();
  }
}
