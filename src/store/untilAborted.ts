import type { Pool, PoolClient } from 'pg';

/** Stops the statement that a connection runs when `signal` aborts. The connection is not left before that is done, so that it stops nobody else's. */
export async function untilAborted<T>(signal: AbortSignal, client: PoolClient, pool: Pool, use: () => Promise<T>): Promise<T> {
  let stopping: Promise<unknown> = Promise.resolve();
  const stop = (): void => {
    stopping = pool.query('SELECT pg_cancel_backend($1)', [backendOf(client)]).catch(ignore);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await use();
  } finally {
    signal.removeEventListener('abort', stop);
    await stopping;
  }
}

/** What Postgres calls the process behind a connection; pg knows it and does not say so in its types. */
const backendOf = (client: PoolClient): number => (client as unknown as { readonly processID: number }).processID;

/** Whoever cannot be stopped is bounded by the time that a statement may take. */
const ignore = (): void => undefined;
