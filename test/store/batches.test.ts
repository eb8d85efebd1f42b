import { BATCH_ROWS } from '../../src/store/batchesOf';
import { Reader } from '../../src/store/Reader';
import { sql } from '../../src/store/sql';
import { useDatabase } from '../support/database';

const never = new AbortController().signal;

describe('a query that is read in batches', () => {
  const database = useDatabase();

  it.each([0, 1, BATCH_ROWS - 1, BATCH_ROWS, BATCH_ROWS + 1, 3 * BATCH_ROWS])('gives all of %i rows in their order', async (count) => {
    const found = await new Reader(database().db).streaming(never, async ({ batches }) => {
      const rows: (string | null)[] = [];
      for await (const batch of batches(sql`SELECT nullif(n, 2)::text FROM generate_series(1, ${count}::int) n ORDER BY n`)) rows.push(...batch.map(([n]) => n ?? null));
      return rows;
    });
    expect(found).toEqual(Array.from({ length: count }, (_, n) => (n === 1 ? null : String(n + 1))));
  });

  it('is read no further than it is taken', async () => {
    const statements: string[] = [];
    const reader = new Reader(database().db, (text) => statements.push(text));
    await reader.streaming(never, async ({ batches }) => {
      for await (const batch of batches(sql`SELECT n::text FROM generate_series(1, ${20 * BATCH_ROWS}::int) n`)) {
        expect(batch).toHaveLength(BATCH_ROWS);
        if (statements.filter((text) => text.startsWith('FETCH')).length === 3) break;
        await Promise.resolve();
      }
    });
    expect(statements.filter((text) => text.startsWith('FETCH'))).toHaveLength(3);
  });

  it('sees the same moment as the queries before it, and can be followed by others', async () => {
    const counts = await new Reader(database().db).streaming(never, async ({ read, batches }) => {
      const count = async (): Promise<unknown> => {
        const rows = [];
        for await (const batch of batches(sql`SELECT count(*)::text FROM load`)) rows.push(...batch);
        return rows;
      };
      const before = await count();
      await database().db.query(`INSERT INTO load (source, file_name, outcome, ran_on, ran_at, rows_read, rows_added, rows_unchanged, rows_refused) VALUES ('a', 'b', 'ADDED', '2026-01-01', '2026-01-01', 0, 0, 0, 0)`);
      return [before, await count(), (await read({ text: 'SELECT count(*) FROM load', values: [] })).json];
    });
    expect(counts).toEqual([[['0']], [['0']], '0']);
  });

  it('fails when it is stopped, and leaves its connection to others', async () => {
    const stop = new AbortController();
    const reader = new Reader(database().db);
    const read = reader.streaming(stop.signal, async ({ batches }) => {
      setTimeout(() => stop.abort(), 50);
      for await (const _ of batches(sql`SELECT pg_sleep(30)::text`)) throw new Error('It was not stopped.');
    });
    await expect(read).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect((await reader.read({ text: 'SELECT 1', values: [] })).json).toBe('1');
  });
});
