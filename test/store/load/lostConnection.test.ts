import { DatabaseUnavailable } from '../../../src/domain/errors';
import { Client } from 'pg';
import { useDatabase } from '../../support/database';
import { holdFunds } from '../../server/heldTable';
import { aReport, load } from './invented';
import { physicalRows, runs } from './tables';

const database = useDatabase();

describe('a load whose connection is lost', () => {
  it('says that the database is away, leaves nothing behind, and succeeds when it is tried again', async () => {
    const { db, url } = database();
    const rows = await physicalRows(db);
    const funds = await holdFunds(url);
    const lost = expect(load(db, [aReport()])).rejects.toThrow(DatabaseUnavailable);
    await funds.isAwaited();
    await endWaiting(url);
    await lost;
    await funds.letGo();

    expect(await physicalRows(db)).toEqual(rows);
    expect(await runs(db)).toEqual([]);
    expect(await load(db, [aReport()])).toMatchObject({ outcome: 'ADDED', rowsAdded: 1 });
  });
});

/** Ends every connection that waits for a lock, as an administrator would. */
async function endWaiting(url: string): Promise<void> {
  const administrator = new Client({ connectionString: url });
  await administrator.connect();
  await administrator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0');
  await administrator.end();
}
