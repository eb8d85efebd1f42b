import type { DataSource } from 'typeorm';
import { type Sql, write } from '../../../src/store/sql';

/** The rows that a read gives, as JSON has them, in an order of their own. */
export async function rowsOf<Row extends object>(db: DataSource, read: Sql, order: string): Promise<readonly Row[]> {
  const values: unknown[] = [];
  const text = write(read, values);
  const rows = await db.query<{ row: Row }[]>(`SELECT to_jsonb(r) AS row FROM (${text}) r ORDER BY ${order}`, values);
  return rows.map(({ row }) => row);
}
