import type { DataSource } from 'typeorm';
import { useDatabase } from '../support/database';
import { aSnapshot } from '../support/rows';

const database = useDatabase();

describe('the migrations', () => {
  it('leave the tables that the entities describe', async () => {
    const drift = await database().db.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('keep what was loaded before them', async () => {
    const { db } = database();
    await aSnapshot(db, {
      ...{ fund: 'IWM', observedOn: '2025-03-03' },
      lines: [
        { security: 'EQUITY:A', symbol: 'A', sector: 'Energy', weight: '0.75', marketValue: '3' },
        { security: 'EQUITY:B', symbol: 'B', weight: '0.5', marketValue: null },
        { security: 'EQUITY:-:C', weight: '-0.25', sector: 'Energy', country: 'Chile' },
      ],
    });
    const held = () => db.query<unknown[]>(`SELECT * FROM snapshot_exposure ORDER BY dimension, rank`);
    const described = () => db.query<unknown[]>('SELECT listing, matched_by FROM security_description ORDER BY id');
    const before = [await held(), await described()];
    expect(before.map(({ length }) => length)).toEqual([5, 3]);
    const first = await migrationsDone(db);
    while ((await migrationsDone(db)).length > 1) await db.undoLastMigration();
    await db.runMigrations();
    expect(await migrationsDone(db)).toEqual(first);
    expect([await held(), await described()]).toEqual(before);
    await db.query('TRUNCATE holding, snapshot_exposure, snapshot, security_description, security CASCADE');
  });

  it('can all be undone and done again', async () => {
    const { db } = database();
    const all = await migrationsDone(db);
    while ((await migrationsDone(db)).length > 0) await db.undoLastMigration();
    const left = await db.query<unknown[]>(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`);
    expect(left).toEqual([]);
    await db.runMigrations();
    expect(await migrationsDone(db)).toEqual(all);
  });
});

const migrationsDone = async (db: DataSource): Promise<readonly string[]> =>
  (await db.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id')).map(({ name }) => name);
