import type { DataSource } from 'typeorm';
import { aYear, filed, quartersOf } from '../domain/earnings/companyFile';
import { useDatabase } from '../support/database';
import { aSnapshot } from '../support/rows';
import { loadCompany } from './load/companyFile';

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

  it('derive what is kept of counts of shares and of quarters as loading does', async () => {
    const { db } = database();
    const [, , third] = quartersOf(2023);
    await loadCompany(db, '0001999001', [
      ...aYear(2022),
      ...filed({ on: '2023-05-05', says: { '/2023-03-31': { outstanding: 100 } } }),
      ...filed({ on: '2023-08-05', says: { '/2023-07-31': { cover: 101 }, '2023-04-01/2023-06-30': { shares: 103 } } }),
      ...filed({ on: '2023-11-05', says: { [third]: { shares: 104, eps: 1, income: 104 }, '2023-01-01/2023-09-30': { shares: 102 } } }),
      ...filed({ on: '2024-05-05', says: { '/2024-03-31': { outstanding: 105 } } }),
      ...filed({ on: '2024-11-05', says: { [third]: { shares: 208, eps: 0.5, income: 104 } } }),
      ...aYear(2024, { shares: 210 }),
    ]);
    await loadCompany(db, '0001999002', aYear(2023));
    const counts = () => db.query<unknown[]>('SELECT cik, known_on::text, basis, split_factor, fact_id FROM share_count ORDER BY cik, known_on');
    const quarters = async () => (await db.query<{ told: string | null }[]>('SELECT told FROM earnings ORDER BY cik, period, observed_on, known_on')).map(({ told }) => JSON.parse(`[${told ?? 'null'}]`) as unknown[]);
    const derived = [await counts(), await quarters()];
    expect(derived.map(({ length }) => length)).toEqual([13, 26]);
    expect(derived[1]?.filter((told) => Array.isArray(told) && told.length === 5).length).toBeGreaterThan(0);
    const isThere = async () => (await db.query<{ there: boolean }[]>(`SELECT to_regclass('share_count') IS NOT NULL AS there`))[0]?.there;
    while (await isThere()) await db.undoLastMigration();
    await db.runMigrations();
    expect([await counts(), await quarters()]).toEqual(derived);
    await db.query('TRUNCATE share_count, share_split, earnings, company_fact, company, source_document, load CASCADE');
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
