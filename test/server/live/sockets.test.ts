import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { WebSocket } from 'ws';
import type { Live } from '../../../src/server/live/Live';
import { serveWebSocket } from '../../../src/server/live/serveWebSocket';
import { useFolder } from '../../cli/catalyst';
import { useDatabase } from '../../support/database';
import { startTestServer } from '../startTestServer';
import { until } from '../until';
import { overEvents, overSocket } from './clients';

describe('a WebSocket', () => {
  let http: Server;
  let close: () => Promise<void>;
  let isServing = true;

  beforeAll(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const live = { begin: () => Promise.resolve({ errors: [] }) } as unknown as Live;
    close = serveWebSocket({ http, live, log: pino({ level: 'silent' }), isServing: () => isServing, heartbeatMs: 50, mostConnections: 2 });
  });
  afterAll(async () => {
    await close();
    http.close();
  });

  const connect = (path = '/graphql', options = {}): WebSocket =>
    new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}${path}`, 'graphql-transport-ws', options).on('error', () => undefined);
  const refusal = async (socket: WebSocket): Promise<number | undefined> => {
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
    return response.statusCode;
  };

  /** The code that a connection was closed with. */
  const closed = async (socket: WebSocket): Promise<number> => ((await once(socket, 'close')) as [number])[0];

  it('is let go when its client does not answer a heartbeat, and kept while it does', async () => {
    const [there, gone] = [connect(), connect('/graphql', { autoPong: false })];
    there.once('open', () => there.send('{"type":"connection_init"}'));
    gone.once('open', () => gone.send('{"type":"connection_init"}'));
    expect(await closed(gone)).toBe(1006);
    await once(there, 'ping');
    expect(there.readyState).toBe(WebSocket.OPEN);
    there.close();
    await closed(there);
  });

  it('is closed for what is no message of the protocol, and for a message that is too large', async () => {
    const [wrong, large] = [connect(), connect()];
    wrong.once('open', () => wrong.send('{'));
    large.once('open', () => large.send('x'.repeat(200_000)));
    expect(await Promise.all([closed(wrong), closed(large)])).toEqual([4400, 1009]);
  });

  it('is refused at another path, beyond as many as may be, and while the server stops', async () => {
    expect(await refusal(connect('/live'))).toBe(404);
    const sockets = [connect(), connect()];
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    expect(await refusal(connect())).toBe(503);
    for (const socket of sockets) socket.close();
    await Promise.all(sockets.map(closed));
    isServing = false;
    expect(await refusal(connect())).toBe(503);
    isServing = true;
  });
});

describe('a server of trusted documents', () => {
  const database = useDatabase();
  const file = useFolder();
  const trusted = 'subscription { dataLoaded { version } }';

  it('answers them, and no others, over WebSocket and as a stream of events', async () => {
    const path = file('documents.json', JSON.stringify({ [createHash('sha256').update(trusted).digest('hex')]: trusted }));
    const server = await startTestServer(database().url, { TRUSTED_DOCUMENTS: path, TRUSTED_ONLY: 'true' });
    const other = 'subscription { dataLoaded { source } }';
    const [socket, events] = [overSocket(server.address, other), overEvents(server.address, other)];
    await until(() => socket.failure(), (failure) => failure !== undefined);
    expect(socket.failure()).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }]);
    expect(await events.first(1)).toMatchObject([{ errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] }]);
    const asked = overSocket(server.address, trusted);
    await server.request('/live');
    expect(asked.failure()).toBeUndefined();
  });
});
