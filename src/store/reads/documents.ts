import { type Sql, sql } from '../sql';

export const documentById = (id: unknown): Sql => sql`SELECT * FROM source_document WHERE id = ${id}`;
