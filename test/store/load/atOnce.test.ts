import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/store/dataSource';
import { useDatabase } from '../../support/database';
import { dataVersion } from './answers';
import { aReport, load, worth } from './invented';
import { runs } from './tables';

const database = useDatabase();
const twice = useDatabase();

/** Another process' connections to the same database. */
async function besides<T>(use: (other: DataSource) => Promise<T>): Promise<T> {
  const other = await createDataSource(twice().url, { poolSize: 2, statementTimeoutMs: 0 }).initialize();
  return use(other).finally(() => other.destroy());
}

describe('loads that run at once', () => {
  it('all succeed, and data versions grow in the order in which their facts can be seen', async () => {
    const { db } = database();
    const seen: { readonly version: number; readonly snapshots: number }[] = [];
    const loaded = new AbortController();
    const watching = (async () => {
      while (!loaded.signal.aborted) {
        const [row] = await db.query<{ version: string; snapshots: string }[]>(
          `SELECT (SELECT coalesce(max(id), 0) FROM load WHERE outcome = 'ADDED') AS version, (SELECT count(*) FROM snapshot) AS snapshots`,
        );
        seen.push({ version: Number(row?.version), snapshots: Number(row?.snapshots) });
        await setImmediate();
      }
    })();
    const funds = Array.from({ length: 12 }, (_, i) => `FUND${i}`);
    const reports = await Promise.all(funds.map((fund) => load(db, [aReport({ fund })])));
    loaded.abort();
    await watching;

    expect(reports.map(({ outcome }) => outcome)).toEqual(funds.map(() => 'ADDED'));
    expect(await dataVersion(db)).toBe('12');
    expect(seen.filter(({ version, snapshots }) => version !== snapshots)).toEqual([]);
  });

  it('of the same file from two connections add it once', async () => {
    const { db } = twice();
    const outcomes = await besides((other) => Promise.all([load(db, [worth('1')]), load(other, [worth('1')])]));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['ADDED', 'UNCHANGED']);
    expect((await runs(db)).map(({ added }) => added)).toEqual([1, 0]);
  });

  it('of two files for one fund and day from two connections keep both', async () => {
    const { db } = twice();
    const outcomes = await besides((other) => Promise.all([load(db, [worth('2', { fund: 'IVV' })]), load(other, [worth('3', { fund: 'IVV' })])]));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['ADDED', 'ADDED']);
    const bases = await db.query<unknown[]>(`SELECT known_on_basis AS basis FROM snapshot WHERE fund_symbol = 'IVV' ORDER BY 1`);
    expect(bases).toEqual([{ basis: 'FIRST_SEEN' }, { basis: 'LAG_ASSUMED' }]);
  });
});
