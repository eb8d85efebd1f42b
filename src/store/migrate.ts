import type { DataSource } from 'typeorm';
import { type ExpenseRatio as Shipped, expenseRatios } from '../domain/expenseRatios';
import { funds, indices } from '../domain/funds';
import { ExpenseRatio } from './entities/ExpenseRatio';
import { Fund } from './entities/Fund';
import { Index } from './entities/Index';

/**
 * Brings the tables and what is shipped about funds up to this version. Safe to run at any time and twice at once.
 * @returns The names of the migrations that ran.
 */
export async function migrate(db: DataSource): Promise<readonly string[]> {
  const lock = db.createQueryRunner();
  await lock.query(`SELECT pg_advisory_lock(hashtext('catalyst-graph migrate'))`);
  try {
    const migrations = await db.runMigrations({ transaction: 'each' });
    await db.manager.upsert(Index, [...indices], ['code']);
    await db.manager.upsert(Fund, [...funds], ['symbol']);
    await db.manager.upsert(ExpenseRatio, expenseRatios.map(asRow), ['fundSymbol', 'observedOn', 'knownOn']);
    return migrations.map(({ name }) => name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('catalyst-graph migrate'))`);
    await lock.release();
  }
}

const asRow = ({ fund, source, ...rest }: Shipped) => ({ ...rest, ...source, fundSymbol: fund });
