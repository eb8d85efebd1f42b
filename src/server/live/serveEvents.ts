import { once } from 'node:events';
import type { Request, RequestHandler, Response } from 'express';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { refuse } from '../refuse';
import type { Live } from './Live';

export interface EventsOptions {
  readonly live: Live;
  /** How often a line that says nothing is sent, so that nobody on the way takes the connection for dead. */
  readonly heartbeatMs: number;
}

/** What answers streams of events, and what ends all of them. */
export interface Events {
  readonly handler: RequestHandler;
  readonly close: () => void;
}

/**
 * GraphQL over Server-Sent Events, a connection an operation: a POST of JSON, or a GET. Each event has its cursor as id, so that a browser that
 * connects again says by itself where it was (`Last-Event-ID`). An answer is asked for only when the one before it was handed to the network.
 *
 * @source https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md, "distinct connections mode"
 */
export function serveEvents({ live, heartbeatMs }: EventsOptions): Events {
  const open = new Set<Response>();
  const handler: RequestHandler = async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'POST') {
      refuse(response, 405, 'BAD_REQUEST', 'A stream of events is asked for with GET or POST.');
      return;
    }
    if (request.accepts('text/event-stream') === false) {
      refuse(response, 406, 'BAD_REQUEST', 'A stream of events is answered as text/event-stream alone.');
      return;
    }
    open.add(response);
    try {
      await stream(live, request, response, heartbeatMs);
    } finally {
      open.delete(response);
    }
  };
  return {
    handler,
    close: () => {
      for (const response of open) response.destroy();
    },
  };
}

async function stream(live: Live, request: Request, response: Response, heartbeatMs: number): Promise<void> {
  const begun = await live.begin(asked(request), { log: response.locals.log as Logger, onConnection: 0, resumeAfter: request.get('last-event-id') ?? null });
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  if ('errors' in begun) response.write(event('next', { errors: shown(begun.errors) }));
  else if ('answer' in begun) response.write(event('next', begun.answer));
  else {
    const { answers } = begun;
    const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
    response.on('close', () => void answers.return?.());
    // A client that takes nothing keeps its connection full, and nothing is made for it; one that is gone for good is found so.
    response.setTimeout(3 * heartbeatMs, () => response.destroy());
    for await (const answer of answers) {
      if (!response.write(event('next', answer)) && !response.destroyed) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    clearInterval(heartbeat);
  }
  response.end('event: complete\ndata:\n\n');
}

/** What a request asks, as the body of a POST has it. */
function asked({ method, body, query }: Request): unknown {
  if (method === 'POST') return body as unknown;
  const { variables, extensions, ...rest } = query;
  return { ...rest, ...json('variables', variables), ...json('extensions', extensions) };
}

/** A part of an address that is JSON; as it is where it is none, to be refused as such. */
function json(name: string, text: unknown): object {
  if (typeof text !== 'string') return {};
  try {
    return { [name]: JSON.parse(text) as unknown };
  } catch {
    return { [name]: text };
  }
}

const shown = (errors: readonly GraphQLError[]): unknown => errors.map((error) => error.toJSON());

function event(name: 'next', answer: ExecutionResult | { readonly errors: unknown }): string {
  const { cursor } = ('extensions' in answer ? (answer.extensions ?? {}) : {}) as { readonly cursor?: string };
  return `${cursor === undefined ? '' : `id: ${cursor}\n`}event: ${name}\ndata: ${JSON.stringify(answer)}\n\n`;
}
