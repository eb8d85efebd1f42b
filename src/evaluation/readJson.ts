import type { Read } from '../store/Reader';
import { type Sql, write } from '../store/sql';

/** The value that a piece of SQL gives as JSON. */
export async function readJson<Value>(read: Read, piece: Sql): Promise<Value> {
  const values: unknown[] = [];
  const text = write(piece, values);
  return JSON.parse((await read({ text, values })).json) as Value;
}
