import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type Json } from '@duckdb/node-api';

/** The rows of a Parquet file as DuckDB reads them, in their order; days as texts. */
export async function readByDuckDb(bytes: Buffer): Promise<readonly Readonly<Record<string, Json>>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'catalyst-duckdb-'));
  const database = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await database.connect();
  try {
    writeFileSync(join(folder, 'export.parquet'), bytes);
    const answer = await connection.runAndReadAll('SELECT * FROM read_parquet($1)', [join(folder, 'export.parquet')]);
    return answer.getRowObjectsJson();
  } finally {
    connection.closeSync();
    database.closeSync();
    rmSync(folder, { recursive: true });
  }
}
