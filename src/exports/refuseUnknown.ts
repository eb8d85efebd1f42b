import { NotFound } from '../domain/errors';
import { nearest } from '../domain/near';
import { namesOf, readNames } from '../graph/namesLoader';
import type { Read } from '../store/Reader';
import { type Sql, raw, sql } from '../store/sql';

/**
 * Refuses names of which there is nothing. `found` gives the row of a name, if there is one; `near`, the names among which one may have been meant.
 * @throws {NotFound} for the first of them, with what is close to it.
 */
export async function refuseUnknown(read: Read, kind: string, names: readonly string[], found: (name: Sql) => Sql, near: (name: string) => Sql): Promise<void> {
  const [first] = await readNames(
    read,
    namesOf(sql`SELECT asked.name AS key FROM unnest(${names}::text[]) WITH ORDINALITY asked(name, n) WHERE NOT EXISTS (${found(raw('asked.name'))}) ORDER BY asked.n LIMIT 1`),
  );
  if (first !== undefined) throw new NotFound(kind, first, [], nearest(first, await readNames(read, namesOf(near(first)))));
}
