import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Begun, Live } from './Live';

export interface WebSocketOptions {
  readonly http: Server;
  readonly live: Live;
  readonly log: Logger;
  readonly isServing: () => boolean;
  /** How often each client is asked whether it is still there; one that has not said so by the next time is let go. */
  readonly heartbeatMs: number;
  /** Most connections at once. */
  readonly mostConnections: number;
}

/** Bytes of one message. */
const MAX_MESSAGE = 100 * 1_024;

/** What a closed connection is told: that one may connect again, here or elsewhere. */
const GOING_AWAY = 1001;

/** How long a client has to say goodbye too. */
const GOODBYE_MS = 1_000;

interface Extra extends Record<PropertyKey, unknown> {
  readonly log: Logger;
}

/**
 * GraphQL over WebSocket at `/graphql`, by the protocol `graphql-transport-ws`. An answer is asked for only when the one before it was handed to the
 * network: what a client does not take is not made.
 *
 * @source https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md
 * @returns What closes all connections.
 */
export function serveWebSocket({ http, live, log, isServing, heartbeatMs, mostConnections }: WebSocketOptions): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, handleProtocols });
  // What a subscription began with waits here until the protocol's own machinery asks for it.
  const begun = new WeakMap<ExecutionArgs, Exclude<Begun, { errors: unknown }>>();
  const resultOf = (args: ExecutionArgs): AsyncIterableIterator<ExecutionResult, void> | ExecutionResult => {
    const found = begun.get(args);
    if (found === undefined) throw new TypeError('This operation was not begun.');
    return 'answers' in found ? found.answers : found.answer;
  };
  const server = makeServer<Record<string, unknown>, Extra>({
    execute: resultOf as (args: ExecutionArgs) => ExecutionResult,
    subscribe: resultOf as (args: ExecutionArgs) => AsyncIterableIterator<ExecutionResult, void>,
    async onSubscribe({ subscriptions, extra }, _id, payload): Promise<ExecutionArgs | readonly GraphQLError[]> {
      const found = await live.begin(payload, { log: extra.log, onConnection: Object.keys(subscriptions).length - 1, resumeAfter: null });
      if ('errors' in found) return found.errors;
      begun.set(found.args, found);
      return found.args;
    },
  });

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (new URL(request.url ?? '', 'http://graph').pathname !== '/graphql') end(socket, '404 Not Found');
    else if (!isServing() || sockets.clients.size >= mostConnections) end(socket, '503 Service Unavailable');
    else sockets.handleUpgrade(request, socket, head, opened);
  };
  const opened = (socket: WebSocket): void => {
    let isThere = true;
    socket.on('pong', () => (isThere = true));
    const heartbeat = setInterval(() => {
      if (!isThere) {
        socket.terminate();
        return;
      }
      isThere = false;
      socket.ping();
    }, heartbeatMs);
    socket.on('error', (error) => log.info({ reason: error.message }, 'a WebSocket failed'));
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => new Promise((sent) => (socket.readyState === socket.OPEN ? socket.send(text, () => sent()) : sent())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (read) => socket.on('message', (data: Buffer) => void read(data.toString()).catch((error: unknown) => failed(socket, error))),
      },
      { log },
    );
    socket.once('close', (code, reason) => {
      clearInterval(heartbeat);
      void Promise.resolve(closed(code, reason.toString())).catch((error: unknown) => failed(socket, error));
    });
  };
  const failed = (socket: WebSocket, error: unknown): void => {
    log.error({ err: error }, 'a message over WebSocket could not be answered');
    socket.close(1011, 'Something went wrong here');
  };
  http.on('upgrade', upgrade);

  return async () => {
    http.off('upgrade', upgrade);
    for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away');
    const rest = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, GOODBYE_MS);
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
    clearTimeout(rest);
  };
}

function end(socket: Duplex, status: string): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
