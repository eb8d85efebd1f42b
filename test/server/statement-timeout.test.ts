import { useDatabase } from '../support/database';
import { holdFunds } from './heldTable';
import { startTestServer } from './startTestServer';

const database = useDatabase();

describe('a statement that takes longer than it may', () => {
  it('is stopped by Postgres and told as TIMEOUT, and the next is answered', async () => {
    const server = await startTestServer(database().url, { STATEMENT_TIMEOUT_MS: '500' });
    const funds = await holdFunds(database().url);

    const { status, headers, body } = await server.ask('{ late: etf(symbol: "IWM") { symbol } __typename }');

    expect(status).toBe(200);
    expect(body.data).toEqual({ late: null, __typename: null });
    expect(body.errors).toEqual([
      { message: 'The database took too long and was stopped. Ask for less.', extensions: { code: 'TIMEOUT' } },
    ]);
    expect(server.lines.find(({ err }) => err !== undefined)?.requestId).toBe(headers.get('x-request-id'));

    await funds.letGo();
    expect((await server.ask('{ etf(symbol: "IWM") { symbol } }')).body.data).toEqual({ etf: { symbol: 'IWM' } });
  });

  it('does not keep the others waiting once it is stopped, though it holds every connection', async () => {
    const server = await startTestServer(database().url, { STATEMENT_TIMEOUT_MS: '200', POOL_SIZE: '2' });
    await holdFunds(database().url);

    const answers = await Promise.all(Array.from({ length: 6 }, () => server.ask('{ etf(symbol: "IWM") { symbol } }')));

    expect(answers.map(({ body }) => body.errors?.[0]?.extensions.code)).toEqual(Array.from({ length: 6 }, () => 'TIMEOUT'));
  });
});
