import type { PoolClient } from 'pg';
import { type Sql, write } from './sql';

/** A row of columns as Postgres writes them. */
export type TextRow = readonly (string | null)[];

/** Rows of one batch: no more of a query's answer is in memory at once. */
export const BATCH_ROWS = 5_000;

const AS_TEXT = { getTypeParser: () => (text: string) => text };

/**
 * The rows of a query in batches, through a cursor in the transaction at hand. Only when a batch is taken is the next one read, so
 * whoever takes slowly is read for slowly. Each batch is a statement of its own to the bound on a statement's time.
 */
export async function* batchesOf(client: PoolClient, query: Sql, onStatement: (text: string) => void): AsyncGenerator<readonly TextRow[]> {
  const values: unknown[] = [];
  const text = write(query, values);
  // All of the rows will be read: what gives the first ones soonest is not what gives all of them soonest.
  await client.query('SET LOCAL cursor_tuple_fraction = 1');
  onStatement(text);
  await client.query(`DECLARE batches NO SCROLL CURSOR FOR ${text}`, values);
  for (;;) {
    const fetch = `FETCH ${BATCH_ROWS} FROM batches`;
    onStatement(fetch);
    const { rows } = await client.query<(string | null)[]>({ text: fetch, rowMode: 'array', types: AS_TEXT });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH_ROWS) break;
  }
  await client.query('CLOSE batches');
}
