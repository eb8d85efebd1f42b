import type { DataSource } from 'typeorm';
import { type ExpenseRatio as Shipped, expenseRatios } from '../domain/expenseRatios';
import { funds, indices } from '../domain/funds';
import { indicators } from '../domain/indicators/catalog';
import { releases, type Release as ShippedRelease } from '../domain/indicators/releases';
import { ExpenseRatio } from './entities/ExpenseRatio';
import { Fund } from './entities/Fund';
import { Index } from './entities/Index';
import { Indicator } from './entities/Indicator';
import { Release } from './entities/Release';

/**
 * Brings the tables and what is shipped about funds and indicators up to this version. Safe to run at any time and twice at once.
 * @returns The names of the migrations that ran.
 */
export async function migrate(db: DataSource): Promise<readonly string[]> {
  const lock = db.createQueryRunner();
  await lock.query(`SELECT pg_advisory_lock(hashtext('catalyst-graph migrate'))`);
  try {
    const migrations = await db.runMigrations({ transaction: 'each' });
    await db.query('SELECT watch_tables()');
    await db.manager.upsert(Index, [...indices], ['code']);
    await db.manager.upsert(Fund, [...funds], ['symbol']);
    await db.manager.upsert(ExpenseRatio, expenseRatios.map(asRow), ['fundSymbol', 'observedOn', 'knownOn']);
    await db.manager.upsert(Release, releases.map(asRelease), ['code']);
    await db.manager.upsert(Indicator, indicators.map(({ themes, ...rest }) => ({ ...rest, themeNames: [...themes] })), ['code']);
    return migrations.map(({ name }) => name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('catalyst-graph migrate'))`);
    await lock.release();
  }
}

const asRow = ({ fund, source, ...rest }: Shipped) => ({ ...rest, ...source, fundSymbol: fund });

const asRelease = ({ lag, code, name, publisher, url, fredId, lagReason }: ShippedRelease) => ({
  ...{ code, name, publisher, url, fredId, lagReason },
  lagRule: typeof lag === 'string' ? lag : 'DAYS',
  lagDays: typeof lag === 'string' ? null : lag.days,
});
