import { createDataSource } from '../../src/store/dataSource';
import { useDatabase } from '../support/database';

const database = useDatabase();

describe('a connection', () => {
  it('writes days, moments and doubles in the same way whatever the database prefers', async () => {
    const { db, url } = database();
    const name = new URL(url).pathname.slice(1);
    for (const setting of [`datestyle = 'German'`, `TimeZone = 'Asia/Tokyo'`, 'extra_float_digits = 0', 'jit = on']) {
      await db.query(`ALTER DATABASE ${name} SET ${setting}`);
    }
    const other = await createDataSource(url, { poolSize: 1, statementTimeoutMs: 0 }).initialize();
    const rows: unknown = await other.query(
      `SELECT '2024-01-02'::date::text AS day, '2024-01-02T03:04:05Z'::timestamptz::text AS moment, (0.1::float8 + 0.2)::text AS double,
         current_setting('jit') AS jit`,
    );
    await other.destroy();
    expect(rows).toEqual([{ day: '2024-01-02', moment: '2024-01-02 03:04:05+00', double: '0.30000000000000004', jit: 'off' }]);
  });
});
