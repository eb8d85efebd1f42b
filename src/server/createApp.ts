import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { RequestContext } from '../graph/context';
import { MAX_BODY } from './limits';
import { createPlayground } from './playground/createPlayground';
import { refuse } from './refuse';

export interface AppOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly log: Logger;
  /** False once the server is to stop: no new work should be sent here. */
  readonly isServing: () => boolean;
  readonly isDatabaseReady: () => Promise<boolean>;
  readonly contextFor: (log: Logger) => RequestContext;
  /** What a request to `/graphql` passes before Apollo sees it. */
  readonly handlers: readonly RequestHandler[];
  /** What answers streams of events. */
  readonly events: RequestHandler;
  /** What answers below `/export`. */
  readonly exports: RequestHandler;
}

/** The HTTP surface: `/graphql`, `/export`, `/playground`, `/live`, `/ready`, and JSON for everything that is wrong. */
export function createApp({ apollo, log, isServing, isDatabaseReady, contextFor, handlers, events, exports }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(identified(log), closingWhenStopping(isServing));
  app.get('/live', (_, response) => void response.json({ live: true }));
  app.get('/ready', async (_, response) => {
    const isReady = isServing() && (await isDatabaseReady());
    response.status(isReady ? 200 : 503).json({ ready: isReady });
  });
  app.all(
    '/graphql',
    express.json({ limit: MAX_BODY }),
    ...handlers,
    expressMiddleware(apollo, { context: ({ res }) => Promise.resolve(contextFor(res.locals.log as Logger)) }),
  );
  app.all('/graphql/stream', express.json({ limit: MAX_BODY }), events);
  app.use('/export', exports);
  app.use('/playground', createPlayground());
  app.use((_, response) => refuse(response, 404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.'));
  app.use(unreadable);
  return app;
}

/** Gives each request an id, its caller's where that is a plain word, and writes one log line when it ends. */
function identified(log: Logger): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id') ?? '';
    const requestId = /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
    const { method, path } = request;
    const started = process.hrtime.bigint();
    const ownLog = log.child({ requestId });
    response.locals.log = ownLog;
    response.setHeader('x-request-id', requestId);
    response.on('close', () => {
      const ms = Number((process.hrtime.bigint() - started) / 1_000n) / 1_000;
      ownLog.info({ method, path, status: response.statusCode, ms, isComplete: response.writableFinished }, 'request');
    });
    next();
  };
}

/** While stopping, tells clients not to use their connection again. */
function closingWhenStopping(isServing: () => boolean): RequestHandler {
  return (_, response, next) => {
    if (!isServing()) response.setHeader('connection', 'close');
    next();
  };
}

/** The body parser's refusals, as JSON: malformed, too large, of a charset or encoding that nobody reads. */
const unreadable: ErrorRequestHandler = (error: { readonly status?: unknown }, _, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500;
  if (status === 500) (response.locals.log as Logger).error({ err: error }, 'a request failed');
  refuse(response, status, status === 500 ? 'INTERNAL' : 'BAD_REQUEST', REASONS[status] ?? 'The request cannot be read.');
};

const REASONS: Readonly<Record<number, string>> = {
  400: 'The body is not the JSON of a GraphQL request.',
  413: `The body is larger than ${MAX_BODY}.`,
  415: 'The body is of a charset or encoding that is not read here: send UTF-8 JSON.',
  500: 'Something went wrong here.',
};
