import { useDatabase } from '../support/database';
import { endAll, prepareToServe, serve } from './catalystProcess';
import { holdFunds } from './heldTable';
import { JSON_BODY } from './startTestServer';

const database = useDatabase();

const ask = async (address: string): Promise<unknown> => {
  const body = JSON.stringify({ query: '{ etf(symbol: "IWM") { symbol } }' });
  return ((await (await fetch(`${address}/graphql`, { method: 'POST', headers: JSON_BODY, body })).json()) as { data: unknown }).data;
};

describe('the command `serve`', () => {
  beforeAll(() => prepareToServe(database().db));
  afterEach(endAll);

  it.each(['SIGTERM', 'SIGINT'] as const)('prints where the graph is, answers there, and ends well on %s', async (signal) => {
    const catalyst = serve({ DATABASE_URL: database().url });
    expect(await ask(await catalyst.address())).toEqual({ etf: { symbol: 'IWM' } });

    catalyst.kill(signal);

    expect(await catalyst.ended).toMatchObject({ code: 0, signal: null });
  });

  it('ends within the grace though a statement would run on', async () => {
    const catalyst = serve({ DATABASE_URL: database().url, SHUTDOWN_GRACE_MS: '100', STATEMENT_TIMEOUT_MS: '600000' });
    const address = await catalyst.address();
    const funds = await holdFunds(database().url);
    const asked = ask(address).catch(() => 'ended');
    await funds.isAwaited();
    const told = performance.now();

    catalyst.kill('SIGTERM');

    expect([(await catalyst.ended).code, await asked]).toEqual([0, 'ended']);
    expect(performance.now() - told).toBeLessThan(20_000);
  });

  it('starts at once after it was killed', async () => {
    const killed = serve({ DATABASE_URL: database().url });
    const port = new URL(await killed.address()).port;
    killed.kill('SIGKILL');
    expect((await killed.ended).signal).toBe('SIGKILL');

    const again = serve({ DATABASE_URL: database().url, PORT: port });

    expect(await ask(await again.address())).toEqual({ etf: { symbol: 'IWM' } });
    again.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
  });

  it('leaves the password of its database out of all that it says', async () => {
    const address = new URL(database().url);
    address.password ||= 'never-to-be-seen';
    const catalyst = serve({ DATABASE_URL: address.href, LOG_LEVEL: 'debug' });
    await ask(await catalyst.address());
    catalyst.kill('SIGTERM');
    const { stdout, stderr } = await catalyst.ended;

    expect(stdout).toContain(`${address.hostname}:${address.port === '' ? '5432' : address.port}${address.pathname}`);
    expect(stdout + stderr).not.toContain(address.password);
    expect(stderr.trim().split('\n').map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['request', 'stopping']);
  });
});
