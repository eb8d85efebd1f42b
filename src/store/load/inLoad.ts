import { setTimeout as pause } from 'node:timers/promises';
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
    while (!(await isMyTurn(client))) await pause(LOOK_EVERY_MS);
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

/** How often a load that has to wait asks whether it is its turn. It asks instead of waiting in one statement, which a bound on statements would end. */
const LOOK_EVERY_MS = 20;

async function isMyTurn(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ is_mine: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('catalyst-graph load')) AS is_mine`);
  return rows[0]?.is_mine === true;
}
