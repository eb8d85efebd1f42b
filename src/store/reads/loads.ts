import { type Sql, sql } from '../sql';

/** The loads after a data version that added something, in their order: `id, kinds`. */
export const loadsAfter = (version: number, most: number): Sql => sql`
  SELECT id, kinds FROM load WHERE outcome = 'ADDED' AND id > ${version}::bigint ORDER BY id LIMIT ${most}::int`;

export const loadById = (id: unknown): Sql => sql`SELECT id::text AS version, source, kinds, rows_added, ran_at FROM load WHERE id = ${id}::bigint`;
