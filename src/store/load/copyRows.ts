import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Sends rows into a table by COPY, columns in the table's order; null is null. */
export async function copyRows(client: PoolClient, table: string, rows: Iterable<readonly (string | null)[]>): Promise<void> {
  await pipeline(Readable.from(lines(rows)), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
}

function* lines(rows: Iterable<readonly (string | null)[]>): Generator<string> {
  for (const row of rows) yield `${row.map(copyText).join('\t')}\n`;
}

/** A value in COPY's text format. @source https://www.postgresql.org/docs/15/sql-copy.html, "Text Format" */
const copyText = (value: string | null): string =>
  value === null ? '\\N' : value.replace(/[\\\b\f\n\r\t\v]/g, (special) => ESCAPES[special] ?? special);

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};
