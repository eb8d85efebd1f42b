import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../../graph/context';
import { Bell } from '../../graph/live/Bell';
import { LoadLog } from '../../graph/live/LoadLog';
import { SignalLog } from '../../graph/live/SignalLog';
import type { Execution } from '../../graph/planner/execute';
import type { LoadListener } from '../../store/LoadListener';
import type { Reader } from '../../store/Reader';
import type { Answered } from '../answers/AnswerCache';
import type { Config } from '../config';
import type { DocumentStore } from '../documents/DocumentStore';
import { Live } from './Live';
import { RedisBell } from './RedisBell';
import { serveEvents } from './serveEvents';
import { serveWebSocket } from './serveWebSocket';

export interface StartLive {
  /** What hears of loads from Postgres. */
  readonly listenerFor: (onNews: () => void, onLost: (reason: Error) => void) => LoadListener;
  readonly reader: Reader;
  readonly http: Server;
  readonly config: Config;
  readonly log: Logger;
  readonly schema: GraphQLSchema;
  readonly documents: DocumentStore;
  readonly trusted: ReadonlyMap<string, string>;
  readonly answer: (asked: Execution) => Promise<Answered>;
  readonly contextFor: (log: Logger) => RequestContext;
  readonly isServing: () => boolean;
}

/** What answers streams of events, and what ends all that is open. */
export interface RunningLive {
  readonly handler: RequestHandler;
  readonly close: () => Promise<void>;
}

/** How often it is looked for news that nobody told of. */
const LOOK_EVERY_MS = 5_000;

const HEARTBEAT_MS = 12_000;

/** Starts what tells of loads, over WebSocket and as streams of events; `close` ends all of it. */
export function startLive({ listenerFor, reader, http, config, log, schema, documents, trusted, answer, contextFor, isServing }: StartLive): RunningLive {
  const bell = new Bell();
  const ring = (): void => bell.ring();
  const redis = config.REDIS_URL === undefined ? undefined : new RedisBell(config.REDIS_URL, ring, log);
  const listener = listenerFor(
    () => {
      ring();
      redis?.tell();
    },
    ({ message }) => log.warn({ reason: message }, 'Postgres tells of no loads; it is looked for them'),
  );
  const looking = setInterval(ring, LOOK_EVERY_MS).unref();
  void listener.start();

  const logs = { loads: new LoadLog(reader, bell), signals: new SignalLog(reader, bell) };
  const onlyTrusted = config.TRUSTED_ONLY ? trusted : null;
  const live = new Live({ schema, documents, onlyTrusted, logs, contextFor, answer, mostAtOnce: config.SUBSCRIPTIONS_AT_ONCE });
  const mostConnections = config.SUBSCRIPTIONS_AT_ONCE;
  const closeSockets = serveWebSocket({ http, live, log, isServing, heartbeatMs: HEARTBEAT_MS, mostConnections });
  const events = serveEvents({ live, heartbeatMs: HEARTBEAT_MS });
  const close = async (): Promise<void> => {
    clearInterval(looking);
    events.close();
    await closeSockets();
    await listener.stop();
    redis?.close();
  };
  return { handler: events.handler, close };
}
