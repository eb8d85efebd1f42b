import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Characters that go to Postgres at once: one write a row would cost more than the row. */
const CHUNK = 1 << 16;

/** Sends lines made by `copyLine` into a table by COPY, as fast as Postgres takes them and no faster. */
export async function copyLines(client: PoolClient, table: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(chunks(lines), { highWaterMark: 2 }), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
}

function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/**
 * A row in COPY's text format, values in the table's order; null is null. Rows that differ give lines that differ.
 * @source https://www.postgresql.org/docs/15/sql-copy.html, "Text Format"
 */
export const copyLine = (row: readonly (string | number | null)[]): string => row.map(copyText).join('\t');

function copyText(value: string | number | null): string {
  if (value === null) return '\\N';
  const text = String(value);
  return SPECIAL.test(text) ? text.replaceAll(/[\\\b\f\n\r\t\v]/g, (special) => ESCAPES[special] ?? special) : text;
}

const SPECIAL = /[\\\b\f\n\r\t\v]/;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};
