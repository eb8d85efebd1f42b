import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { dayInNewYork } from '../domain/isoDate';
import { createSubgraph } from '../graph/federation/createSubgraph';
import { createSchema } from '../graph/schema';
import type { RequestContext } from '../graph/context';
import { LoadListener } from '../store/LoadListener';
import { Reader } from '../store/Reader';
import type { Config } from './config';
import { answersFor } from './answers/answersFor';
import { createApollo } from './createApollo';
import { createApp } from './createApp';
import { createExports } from './exports/createExports';
import { DocumentStore } from './documents/DocumentStore';
import { onlyTrusted } from './documents/onlyTrusted';
import { readManifest } from './documents/readManifest';
import { listen } from './listen';
import { startLive } from './live/startLive';
import { publishError } from './publishError';

/** For how long the client of an export may take nothing. */
const STALL_MS = 60_000;

export interface RunningServer {
  /** `http://127.0.0.1:4000`, with the port that it really has. */
  readonly address: string;
  /**
   * Stops being ready; after the delay refuses new requests and lets running ones end; after the grace ends those
   * too. Safe to call twice.
   */
  readonly stop: () => Promise<void>;
}

/**
 * Serves the graph over HTTP. The database stays the caller's.
 * @throws {InvalidConfiguration} if it cannot listen where the configuration says, or the list of trusted documents cannot be read.
 */
export async function startServer(db: DataSource, config: Config, log: Logger): Promise<RunningServer> {
  const http = createServer();
  const reader = new Reader(db);
  const trusted = config.TRUSTED_DOCUMENTS === undefined ? new Map<string, string>() : readManifest(config.TRUSTED_DOCUMENTS);
  const schema = config.FEDERATION ? createSubgraph(createSchema()) : createSchema();
  const answers = answersFor(config, schema, log);
  const { answer } = answers;
  const documents = new DocumentStore(trusted, config.TRUSTED_ONLY);
  const apollo = createApollo({ schema, http, log, graceMs: config.SHUTDOWN_GRACE_MS, documents, answer, maxAgeSeconds: config.HTTP_MAX_AGE_S });
  await apollo.start();

  let stopping: Promise<void> | undefined;
  const isServing = (): boolean => stopping === undefined;
  const contextFor = (requestLog: Logger): RequestContext => ({
    reader,
    today: dayInNewYork(new Date()),
    maxCost: config.MAX_COST,
    publish: (error) => publishError(error, requestLog),
  });
  const listenerFor = (onNews: () => void, onLost: (reason: Error) => void): LoadListener => new LoadListener(db, onNews, onLost);
  const live = startLive({ listenerFor, reader, http, config, log, schema, documents, trusted, answer, contextFor, isServing });
  const app = createApp({
    apollo,
    log,
    handlers: config.TRUSTED_ONLY ? [onlyTrusted(trusted)] : [],
    exports: createExports({
      reader,
      today: () => dayInNewYork(new Date()),
      mostAtOnce: Math.min(config.EXPORTS_AT_ONCE, config.POOL_SIZE - 1),
      stallMs: Math.max(STALL_MS, 2 * config.STATEMENT_TIMEOUT_MS),
    }),
    events: live.handler,
    isServing,
    isDatabaseReady: () => reader.isReady(),
    contextFor,
  });
  http.on('request', app);

  const stop = async (): Promise<void> => {
    await pause(config.SHUTDOWN_DELAY_MS);
    await live.close();
    await apollo.stop();
    reader.abandon();
    await answers.close();
  };
  try {
    return { address: await listen(http, config), stop: () => (stopping ??= stop()) };
  } catch (error) {
    await live.close();
    await apollo.stop();
    await answers.close();
    throw error;
  }
}
