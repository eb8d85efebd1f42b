import { request as httpRequest } from 'node:http';
import { useDatabase } from '../support/database';
import type { LogLine } from './capturedLog';
import { holdFunds } from './heldTable';
import { JSON_BODY, type TestServer, startTestServer } from './startTestServer';
import { until } from './until';

const database = useDatabase();

describe('a request', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer(database().url);
  });

  const linesOf = (requestId: string | null): readonly LogLine[] => server.lines.filter((line) => line.requestId === requestId);
  const idGivenFor = async (given: string): Promise<string | null> =>
    (await server.request('/live', { headers: { 'x-request-id': given } })).headers.get('x-request-id');

  it.each(['a', 'trace-4711', '00-4bf92f3577b34da6a3ce929d0e0e4736.01_x', 'x'.repeat(64)])('keeps the id that it came with: %s', async (id) => {
    expect(await idGivenFor(id)).toBe(id);
  });

  it.each(['', 'two words', '{"level":60}', 'ä', '<b>', 'x'.repeat(65)])('is given a new id where its own is not plain: %s', async (id) => {
    expect(await idGivenFor(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  });

  it('has an id of its own where it came with none', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await server.request('/live')).headers.get('x-request-id')));

    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ['an answer', 'POST', '/graphql', '{"query":"{ __typename }"}', 200],
    ['a refused document', 'POST', '/graphql', '{"query":"{ nothing }"}', 400],
    ['an unreadable body', 'POST', '/graphql', '{', 400],
    ['a wrong path', 'POST', '/nowhere', '{}', 404],
  ])('leaves one line in the log: %s', async (_, method, path, body, status) => {
    const answer = await server.request(`${path}?secret=1`, { method, headers: JSON_BODY, body });
    const requestId = answer.headers.get('x-request-id');
    await until(() => linesOf(requestId).length, (count) => count > 0);

    expect(linesOf(requestId)).toEqual([
      {
        level: 30,
        time: expect.any(Number) as number,
        requestId,
        method,
        path,
        status,
        ms: expect.any(Number) as number,
        isComplete: true,
        msg: 'request',
      },
    ]);
    expect(linesOf(requestId)[0]?.ms).toBeGreaterThan(0);
  });

  it('leaves a line that says so where its caller went away before the answer', async () => {
    const funds = await holdFunds(database().url);
    const leaving = httpRequest(`${server.address}/graphql`, { method: 'POST', headers: { ...JSON_BODY, 'x-request-id': 'left-early' } });
    leaving.on('error', () => undefined);
    leaving.end('{"query":"{ etf(symbol: \\"IWM\\") { symbol } }"}');
    await funds.isAwaited();
    leaving.destroy();

    const [line] = await until(() => linesOf('left-early'), (lines) => lines.length > 0);
    expect(line?.isComplete).toBe(false);
  });
});

describe('a server', () => {
  it('writes nothing but lines of JSON to its log, from its start to its end', async () => {
    const server = await startTestServer(database().url);
    await server.ask('{ etf(symbol: "NONE") { symbol } }');
    await server.close();

    expect(server.text().trim().split('\n')).toHaveLength(server.lines.length);
    expect(server.lines.map(({ msg }) => msg)).toEqual(['request']);
  });
});
