import type { DataSource } from 'typeorm';
import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import type { At } from '../../../src/store/at';
import { Reader } from '../../../src/store/Reader';
import { type Sql, sql, write } from '../../../src/store/sql';

/** Where a test's reader stands. */
export const standing = (asOf: string, knowledge: Knowledge = Knowledge.ANY): At => ({ asOf: isoDate(asOf), knowledge });

/** The rows of a read, as JSON gives them. */
export async function rowsOf<Row>(db: DataSource, read: Sql): Promise<readonly Row[]> {
  const values: unknown[] = [];
  const text = write(sql`SELECT coalesce(json_agg(r), '[]') FROM (${read}) r`, values);
  return JSON.parse((await new Reader(db).read({ text, values })).json) as readonly Row[];
}
