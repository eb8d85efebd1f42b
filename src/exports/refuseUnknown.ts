import { NotFound } from '../domain/errors';
import { nearest } from '../domain/near';
import type { Read } from '../store/Reader';
import { type Sql, raw, sql, write } from '../store/sql';

/**
 * Refuses names of which there is nothing. `found` gives the row of a name, if there is one; `near`, the names among which one may have been meant.
 * @throws {NotFound} for the first of them, with what is close to it.
 */
export async function refuseUnknown(read: Read, kind: string, names: readonly string[], found: (name: Sql) => Sql, near: (name: string) => Sql): Promise<void> {
  const [first] = await listed(
    read,
    sql`SELECT json_agg(asked.name ORDER BY asked.n) FROM unnest(${names}::text[]) WITH ORDINALITY asked(name, n) WHERE NOT EXISTS (${found(raw('asked.name'))})`,
  );
  if (first === undefined) return;
  const known = await listed(read, sql`SELECT json_agg(n.key) FROM (${near(first)}) n`);
  throw new NotFound(kind, first, [], nearest(first, known));
}

async function listed(read: Read, names: Sql): Promise<readonly string[]> {
  const values: unknown[] = [];
  const text = write(names, values);
  const { json } = await read({ text, values });
  return (JSON.parse(json || 'null') as readonly string[] | null) ?? [];
}
