import { type Sql, sql } from '../sql';

export const indexByCode = (code: unknown): Sql => sql`SELECT * FROM benchmark_index WHERE code = ${code}`;
