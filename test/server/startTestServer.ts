import { readConfig } from '../../src/server/config';
import { startServer } from '../../src/server/startServer';
import { createDataSource } from '../../src/store/dataSource';
import { type CapturedLog, capturedLog } from './capturedLog';

interface PublishedError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly errorId?: string };
}

/** The body of an answer, as GraphQL has it. */
interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly PublishedError[];
  readonly extensions?: { readonly data: { readonly version: string | null; readonly asOf: string; readonly isSimulated?: true } };
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON; asking for it fails the test where it is none. */
  readonly body: Body;
}

export interface TestServer extends CapturedLog {
  readonly address: string;
  /** Posts a query as any client does. */
  readonly ask: (query: string, variables?: object) => Promise<Answer>;
  /** A request to a path, with whatever `fetch` takes. */
  readonly request: (path: string, init?: RequestInit) => Promise<Answer>;
  readonly stop: () => Promise<void>;
  /** Stops it and ends its connections to Postgres; safe to call twice. */
  readonly close: () => Promise<void>;
}

const started = new Set<TestServer>();

afterAll(async () => {
  for (const server of started) await server.close();
});

/**
 * The whole server on a free port until the last test, with connections of its own to the database at `url`. It keeps no answers unless the
 * environment says so.
 */
export async function startTestServer(url: string, environment: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const config = readConfig({ PORT: '0', DATABASE_URL: url, ANSWER_CACHE_MB: '0', ...environment });
  const db = createDataSource(url, { poolSize: config.POOL_SIZE, statementTimeoutMs: config.STATEMENT_TIMEOUT_MS });
  await db.initialize();
  const captured = capturedLog();
  const { address, stop } = await startServer(db, config, captured.log);

  const request = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(`${address}${path}`, init);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      get body() {
        return JSON.parse(text) as Body;
      },
    };
  };
  const ask = (query: string, variables: object = {}): Promise<Answer> =>
    request('/graphql', { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ query, variables }) });
  const close = async (): Promise<void> => {
    await stop();
    if (db.isInitialized) await db.destroy();
  };
  const server = { ...captured, address, ask, request, stop, close };
  started.add(server);
  return server;
}

export const JSON_BODY = { 'content-type': 'application/json' } as const;
