import { useDatabase } from '../../support/database';
import { startTestServer } from '../startTestServer';

const database = useDatabase();

describe('an export of a simulated market', () => {
  it('says so in its headers and in the name under which it is kept', async () => {
    const { db, url } = database();
    await db.query(`INSERT INTO simulation VALUES (TRUE, 1, 40, 2, 1, 'NULL', '2025-12-31')`);
    const server = await startTestServer(url);
    const { headers } = await server.request('/export/prices.csv?symbols=IWM', { method: 'HEAD' });
    expect([headers.get('x-is-simulated'), headers.get('x-as-of'), headers.get('content-disposition')]).toEqual([
      ...['true', '2025-12-31', 'attachment; filename="prices-2025-12-31-simulated.csv"'],
    ]);
  });
});
