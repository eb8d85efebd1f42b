import { Client } from 'pg';
import { useDatabase } from '../support/database';
import { type Line, lineTo } from './Line';
import { holdFunds } from './heldTable';
import { type TestServer, startTestServer } from './startTestServer';
import { until } from './until';

const database = useDatabase();
const QUERY = '{ etf(symbol: "IWM") { symbol } }';
const FOUND = { etf: { symbol: 'IWM' } };

describe('a server whose Postgres is away', () => {
  let line: Line;
  let server: TestServer;

  beforeEach(async () => {
    line = await lineTo(database().url);
    await start();
  });

  const start = async (environment: Readonly<Record<string, string>> = {}): Promise<void> => {
    server = await startTestServer(line.url, environment);
    await server.ask(QUERY);
  };

  afterEach(async () => {
    await line.mend();
    await server.close();
    await line.cut();
  });

  const statusAt = async (path: string): Promise<number> => (await server.request(path)).status;

  it('says DATABASE_UNAVAILABLE and no more of it, is live and is not ready', async () => {
    await line.cut();

    const { status, body } = await server.ask(QUERY);

    expect(status).toBe(200);
    expect(body.data).toEqual({ etf: null });
    expect(body.errors).toEqual([{ message: 'The database cannot be reached.', extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
    expect([await statusAt('/live'), await statusAt('/ready')]).toEqual([200, 503]);
  });

  it('describes its schema all the same', async () => {
    await line.cut();

    expect((await server.ask('{ __type(name: "Etf") { name } }')).body.data).toEqual({ __type: { name: 'Etf' } });
  });

  it('answers again when Postgres is back, without a restart', async () => {
    await line.cut();
    expect(await statusAt('/ready')).toBe(503);
    await line.mend();

    await until(() => statusAt('/ready'), (status) => status === 200);
    expect((await server.ask(QUERY)).body.data).toEqual(FOUND);
  });

  it('lives on when the connection is cut while a statement runs', async () => {
    const funds = await holdFunds(database().url);
    const asked = server.ask(QUERY);
    await funds.isAwaited();
    await line.cut();

    expect((await asked).body.errors?.[0]?.extensions.code).toBe('DATABASE_UNAVAILABLE');
    await funds.letGo();
    await line.mend();
    expect((await server.ask(QUERY)).body.data).toEqual(FOUND);
  });

  it('lives on when Postgres ends all its connections', async () => {
    await Promise.all(Array.from({ length: 10 }, () => server.ask(QUERY)));
    await endConnections(database().url);

    await until(async () => (await server.ask(QUERY)).body.data, (data) => data?.etf !== null);
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.ask(QUERY)));
    expect(answers.map(({ body }) => body.data)).toEqual(Array.from({ length: 10 }, () => FOUND));
  });

  it('does not wait for ever on a Postgres that has stopped answering', async () => {
    await server.close();
    await start({ STATEMENT_TIMEOUT_MS: '300' });
    line.freeze();

    const { body } = await server.ask(QUERY);

    expect(body.errors?.[0]?.extensions.code).toBe('DATABASE_UNAVAILABLE');
    await line.mend();
    await until(async () => (await server.ask(QUERY)).body.data, (data) => data?.etf !== null);
  });
});

async function endConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
  await client.end();
}
