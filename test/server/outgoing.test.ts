import { Socket } from 'node:net';
import { useDatabase } from '../support/database';
import { startTestServer } from './startTestServer';

const database = useDatabase();
const KEYS = { APOLLO_KEY: 'service:graph:secret ', APOLLO_GRAPH_REF: 'graph@current', APOLLO_SCHEMA_REPORTING: 'true' };

describe('a server whose environment holds keys of Apollo’s', () => {
  const before = process.env;

  beforeAll(() => {
    process.env = { ...before, ...KEYS };
  });

  afterAll(() => {
    process.env = before;
  });

  it('connects to its database and to nothing else', async () => {
    const connections = jest.spyOn(Socket.prototype, 'connect');
    const server = await startTestServer(database().url);
    await server.ask('{ etf(symbol: "IWM") { symbol } }');
    await server.ask('{ nothing }');
    await server.close();
    const reached = connections.mock.calls.map(destinationOf);
    connections.mockRestore();

    const { hostname, port } = new URL(database().url);
    const here = `${hostname}:${port === '' ? '5432' : port}`;
    expect([...new Set(reached)].sort()).toEqual([here, server.address.replace('http://', '')].sort());
  });

  it('logs what Apollo says of them as it logs all else, and not the key', async () => {
    const server = await startTestServer(database().url);
    await server.close();

    expect(server.lines.map(({ msg }) => msg)).toEqual([expect.stringMatching(/^The provided API key has unexpected .* whitespace/)]);
    expect(server.text()).not.toContain('secret');
  });
});

/** `host:port` of a call, in any of the forms that a socket takes. */
function destinationOf(call: readonly unknown[]): string {
  const [first, second] = call.flat();
  const { host, port } = typeof first === 'object' ? (first as { host: unknown; port: unknown }) : { host: second, port: first };
  return `${String(host)}:${String(port)}`;
}
