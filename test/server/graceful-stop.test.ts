import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { useDatabase } from '../support/database';
import { holdFunds } from './heldTable';
import { type TestServer, startTestServer } from './startTestServer';
import { until } from './until';

const database = useDatabase();
const QUERY = '{ etf(symbol: "IWM") { symbol } }';

describe('a server that is told to stop', () => {
  let server: TestServer;

  const start = async (environment: Readonly<Record<string, string>> = {}): Promise<void> => {
    server = await startTestServer(database().url, environment);
  };

  /** Whether a connection is taken. */
  const isOpen = (): Promise<boolean> =>
    new Promise((resolve) => {
      const { hostname, port } = new URL(server.address);
      const socket = connect(Number(port), hostname, () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });

  it('gives the running request its answer, and takes no other', async () => {
    await start();
    const funds = await holdFunds(database().url);
    const asked = server.ask(QUERY);
    await funds.isAwaited();

    const stopped = server.stop();
    await until(isOpen, (open) => !open);
    await funds.letGo();

    expect((await asked).body.data).toEqual({ etf: { symbol: 'IWM' } });
    await stopped;
    await expect(server.ask(QUERY)).rejects.toThrow('fetch failed');
  });

  it('is not ready any more while it still answers for the delay, and lets no connection be used again', async () => {
    await start({ SHUTDOWN_DELAY_MS: '2000' });
    expect((await server.request('/ready')).body).toEqual({ ready: true });

    const stopped = server.stop();
    const ready = await server.request('/ready');
    const answer = await server.ask(QUERY);

    expect([ready.status, ready.body, ready.headers.get('connection')]).toEqual([503, { ready: false }, 'close']);
    expect(answer.body.data).toEqual({ etf: { symbol: 'IWM' } });
    expect((await server.request('/live')).status).toBe(200);
    await stopped;
    expect(await isOpen()).toBe(false);
  });

  it('is not held up by a connection that is kept alive and idle, nor by one that says nothing', async () => {
    await start({ SHUTDOWN_GRACE_MS: '600000' });
    const agent = new Agent({ keepAlive: true });
    get(`${server.address}/live`, { agent }, (response) => response.resume());
    await once(agent, 'free');
    const { hostname, port } = new URL(server.address);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');

    await server.stop();

    expect(await isOpen()).toBe(false);
    agent.destroy();
    silent.destroy();
  });

  it('ends a request that does not end within the grace, and its statement’s connection', async () => {
    await start({ SHUTDOWN_GRACE_MS: '100', STATEMENT_TIMEOUT_MS: '600000' });
    const funds = await holdFunds(database().url);
    const asked = server.ask(QUERY).catch(() => 'ended');
    await funds.isAwaited();

    await server.close();

    expect(await asked).toBe('ended');
  });

  it('may be told twice', async () => {
    await start();

    await Promise.all([server.stop(), server.stop()]);
    await server.stop();

    expect(await isOpen()).toBe(false);
  });
});
