import DataLoader from 'dataloader';
import type { Read, Statement } from '../store/Reader';
import { type Sql, sql, write } from '../store/sql';

/** What asks for the names that rows of `key` hold. */
export function namesOf(rows: Sql): Statement {
  const values: unknown[] = [];
  return { text: write(sql`(SELECT coalesce(json_agg(n.key), '[]'::json) FROM (${rows}) n)`, values), values };
}

export const readNames = async (read: Read, statement: Statement): Promise<readonly string[]> => JSON.parse((await read(statement)).json) as readonly string[];

/** Names among which one may have been meant, each question once. */
export const namesLoader = (read: Read) =>
  new DataLoader(
    (asked: readonly Statement[]) => Promise.all(asked.map((statement) => readNames(read, statement))),
    { cacheKeyFn: ({ text, values }: Statement) => JSON.stringify([text, values]) },
  );
