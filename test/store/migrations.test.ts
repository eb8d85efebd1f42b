import { useDatabase } from '../support/database';

const database = useDatabase();

describe('the migrations', () => {
  it('leave the tables that the entities describe', async () => {
    const drift = await database().db.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can all be undone and done again', async () => {
    const { db } = database();
    const done = async (): Promise<number> => (await db.query<unknown[]>('SELECT 1 FROM migrations')).length;
    const all = await done();
    while ((await done()) > 0) await db.undoLastMigration();
    const left = await db.query<unknown[]>(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`);
    expect(left).toEqual([]);
    await db.runMigrations();
    expect(await done()).toBe(all);
  });
});
