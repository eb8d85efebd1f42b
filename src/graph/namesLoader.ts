import type { Read, Statement } from '../store/Reader';
import { type Sql, sql, write } from '../store/sql';
import { eachOnce } from './eachOnce';

/** What asks for the names that rows of `key` hold. */
export function namesOf(rows: Sql): Statement {
  const values: unknown[] = [];
  return { text: write(sql`(SELECT coalesce(json_agg(n.key), '[]'::json) FROM (${rows}) n)`, values), values };
}

export const readNames = async (read: Read, statement: Statement): Promise<readonly string[]> => JSON.parse((await read(statement)).json) as readonly string[];

/** Names among which one may have been meant, each question once. */
export const namesLoader = (read: Read) =>
  eachOnce((statement: Statement) => readNames(read, statement));
