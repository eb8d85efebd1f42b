import { useDatabase } from '../support/database';
import { type TestServer, startTestServer } from './startTestServer';

const database = useDatabase();

describe('an error that nobody foresaw', () => {
  let server: TestServer;
  let password: string;

  beforeAll(async () => {
    const address = withPassword(database().url);
    password = address.password;
    server = await startTestServer(address.href);
    await database().db.query('ALTER TABLE fund RENAME TO fund_of_yesterday');
  });

  it('shows an errorId and nothing of itself', async () => {
    const { status, text, body } = await server.ask('{ etf(symbol: "IWM") { symbol } }');
    const errorId = body.errors?.[0]?.extensions.errorId ?? '';

    expect(status).toBe(200);
    expect(body.data).toEqual({ etf: null });
    expect(errorId).toMatch(/^[0-9a-f-]{36}$/);
    expect(body.errors).toEqual([
      { message: `Something went wrong here. Tell us the errorId ${errorId}.`, extensions: { code: 'INTERNAL', errorId } },
    ]);
    expect(text).not.toMatch(/select|fund|relation|stack|node_modules|postgres/i);
  });

  it('is in the log under that errorId, with the request’s id', async () => {
    const { headers, body } = await server.ask('{ etf(symbol: "IWM") { symbol } }');
    const line = server.lines.find(({ errorId }) => errorId === body.errors?.[0]?.extensions.errorId);

    expect(line?.requestId).toBe(headers.get('x-request-id'));
    expect(line?.err?.message).toBe('relation "fund" does not exist');
  });

  it('leaves the password of the database out of the log and of every answer', async () => {
    const { text } = await server.ask('{ etf(symbol: "IWM") { symbol } }');

    expect(server.text()).toContain('relation \\"fund\\" does not exist');
    expect(server.text() + text).not.toContain(password);
  });
});

/** The address with a password in it, even where its server asks for none. */
function withPassword(url: string): URL {
  const address = new URL(url);
  address.password ||= 'never-to-be-seen';
  return address;
}
