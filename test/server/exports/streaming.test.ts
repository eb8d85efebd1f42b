import { once } from 'node:events';
import { Client } from 'pg';
import { Closes } from '../../../src/domain/closes';
import { KnownOnBasis } from '../../../src/domain/knowledge';
import { inLoad } from '../../../src/store/load/inLoad';
import { seriesOf } from '../../../src/store/load/closes/seriesOf';
import { BATCH_ROWS } from '../../../src/store/batchesOf';
import { useDatabase } from '../../support/database';
import { aDocument } from '../../support/rows';
import { holdFunds } from '../heldTable';
import { type TestServer, startTestServer } from '../startTestServer';
import { until } from '../until';
import { fetchExport, opened } from './fetchExport';

const DAYS = 9_000;

describe('an export', () => {
  const database = useDatabase();
  let server: TestServer;
  const listings = Array.from({ length: 60 }, (_, n) => `L${n}`);
  const all = `prices.csv?symbols=${listings.join()}&asOf=2026-01-02`;

  const state = async (): Promise<{ readonly query: string; readonly state: string } | undefined> => {
    const client = new Client({ connectionString: database().url });
    await client.connect();
    const { rows } = await client.query<{ query: string; state: string }>(
      `SELECT query, state FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND (query ~ 'batches' OR wait_event_type = 'Lock') AND state <> 'idle'`,
    );
    await client.end();
    return rows[0];
  };

  beforeAll(async () => {
    const { db } = database();
    const { load, document } = await aDocument(db, { retrievedOn: '2000-01-03' });
    await inLoad(db, async (client) => {
      for (const [n, listing] of listings.entries()) {
        const id = await seriesOf(client, { listing, source: 'test', closes: Closes.RAW, edition: null }, 10);
        // The ends of a series and its chunk are all that is read where everything was known.
        const days = `SELECT '2001-01-01'::date + g AS d, 100 + ${n} + g / 1000.0 AS close FROM generate_series(0, ${DAYS - 1}) g`;
        await client.query(
          `INSERT INTO close (series_id, observed_on, known_on, known_on_basis, proven_on, document_id, load_id, close)
           SELECT $1, d, d, $2, d, $3, $4, close FROM (${days}) days WHERE d IN ('2001-01-01', '2001-01-01'::date + ${DAYS - 1})`,
          [id, KnownOnBasis.MARKET_CLOSE, document, load],
        );
        await client.query(
          `INSERT INTO close_chunk (series_id, year, first_on, last_on, known_on, proven_on, dates, closes)
           SELECT $1, 2001, min(d), max(d), max(d), max(d), array_agg(d ORDER BY d), array_agg(close::float8 ORDER BY d) FROM (${days}) days`,
          [id],
        );
      }
    });
    server = await startTestServer(database().url, { STATEMENT_TIMEOUT_MS: '20000', EXPORTS_AT_ONCE: '1' });
  });

  it('is read from Postgres as its client takes it, and waits for a client that takes nothing', async () => {
    const response = await opened(server.address, all);
    const waiting = await until(state, (found) => found?.state === 'idle in transaction');
    expect(waiting?.query).toMatch(/FETCH|DECLARE|CLOSE/);
    let lines = 0;
    for await (const chunk of response) lines += String(chunk).split('\n').length - 1;
    expect(lines).toBe(1 + DAYS * listings.length);
    expect(response.trailers['x-row-count']).toBe(String(DAYS * listings.length));
    expect(DAYS).toBeGreaterThan(BATCH_ROWS);
  });

  it('leaves nothing behind when its client goes in the midst', async () => {
    const response = await opened(server.address, all);
    await once(response, 'readable');
    response.destroy();
    await until(state, (found) => found === undefined);
    const { bytes } = await until(() => fetchExport(server.address, 'prices.csv?symbols=L0&to=2001-01-02&asOf=2026-01-02'), ({ status }) => status === 200);
    expect(bytes.toString()).toBe(
      'symbol,observedOn,value,closes,knownOnBasis,missing\nL0,2001-01-01,100,RAW,MARKET_CLOSE,\nL0,2001-01-02,100.001,RAW,MARKET_CLOSE,\n',
    );
  });

  it('stops the statement that runs when its client goes', async () => {
    const stop = new AbortController();
    const held = await holdFunds(database().url);
    const asking = fetch(`${server.address}/export/holdings.csv?funds=IWM`, { signal: stop.signal }).catch((error: unknown) => error);
    await held.isAwaited();
    stop.abort();
    await asking;
    await until(state, (found) => found === undefined);
    await held.letGo();
  });

  it('is refused while as many are under way as may be, and can be had after', async () => {
    const response = await opened(server.address, all);
    const { status, headers, bytes } = await fetchExport(server.address, 'prices.csv?symbols=L0');
    expect({ status, retry: headers['retry-after'], problem: JSON.parse(bytes.toString()) as unknown }).toEqual({
      status: 503,
      retry: '5',
      problem: { title: 'Not now', status: 503, detail: '1 exports are under way here, which is as many as may be.', code: 'TOO_MANY_AT_ONCE' },
    });
    response.destroy();
    await until(async () => (await fetchExport(server.address, 'prices.csv?symbols=L0&to=2001-01-01&asOf=2026-01-02')).status, (found) => found === 200);
  });
});
