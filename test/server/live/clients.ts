import { type Client as WebSocketClient, createClient } from 'graphql-ws';
import { createClient as createEventsClient } from 'graphql-sse';
import { WebSocket } from 'ws';
import { until } from '../until';

interface Message {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly cursor?: string; readonly data?: { readonly version: string } };
}

/** What a client was told so far, and how it ended. */
export interface Session {
  readonly told: Message[];
  /** What a subscription failed with; undefined while it has not. */
  readonly failure: () => unknown;
  readonly isComplete: () => boolean;
  /** The first `count` messages, once they are there. */
  readonly first: (count: number) => Promise<readonly Message[]>;
  readonly end: () => Promise<void>;
}

const ending: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

type Subscribe = (sink: { next: (message: never) => void; error: (error: unknown) => void; complete: () => void }) => () => void;

function session(subscribe: Subscribe, close: () => unknown): Session {
  const told: Message[] = [];
  let failure: unknown;
  let isComplete = false;
  const unsubscribe = subscribe({
    next: (message: Message) => void told.push(message),
    error: (error) => (failure = error ?? 'nothing'),
    complete: () => (isComplete = true),
  });
  const end = async (): Promise<void> => {
    unsubscribe();
    await close();
  };
  ending.push(end);
  const first = async (count: number): Promise<readonly Message[]> => {
    await until(() => ({ told, failure }), () => told.length >= count || failure !== undefined);
    if (told.length < count) throw new Error(`Only ${told.length} were told, and then: ${JSON.stringify(failure)}`);
    return told.slice(0, count);
  };
  return { told, failure: () => failure, isComplete: () => isComplete, first, end };
}

/** A connection of graphql-ws that does not try again. */
export function socketTo(address: string): WebSocketClient {
  const client = createClient({ url: `${address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
  ending.push(async () => client.dispose());
  return client;
}

/** A subscription over WebSocket, by graphql-ws. */
export function overSocket(address: string, query: string, client: WebSocketClient = socketTo(address), variables: Record<string, unknown> = {}): Session {
  return session((sink) => client.subscribe({ query, variables }, sink), () => undefined);
}

/** A subscription as a stream of events, by graphql-sse. */
export function overEvents(address: string, query: string, headers: Record<string, string> = {}): Session {
  const client = createEventsClient({ url: `${address}/graphql/stream`, retryAttempts: 0, headers });
  return session((sink) => client.subscribe({ query }, sink), () => client.dispose());
}
