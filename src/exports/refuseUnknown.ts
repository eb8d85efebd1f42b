import { NotFound } from '../domain/errors';
import type { Read } from '../store/Reader';
import { type Sql, raw, sql, write } from '../store/sql';

/**
 * Refuses names of which there is nothing. `found` gives the row of a name, if there is one.
 * @throws {NotFound} for the first of them.
 */
export async function refuseUnknown(read: Read, kind: string, names: readonly string[], found: (name: Sql) => Sql): Promise<void> {
  const values: unknown[] = [];
  const text = write(
    sql`SELECT json_agg(asked.name ORDER BY asked.n) FROM unnest(${names}::text[]) WITH ORDINALITY asked(name, n) WHERE NOT EXISTS (${found(raw('asked.name'))})`,
    values,
  );
  const { json } = await read({ text, values });
  const [first] = (JSON.parse(json || 'null') as readonly string[] | null) ?? [];
  if (first !== undefined) throw new NotFound(kind, first);
}
