import type { At } from '../at';
import { type Sql, sql } from '../sql';

export const companyByCik = (cik: unknown, _: At): Sql => sql`SELECT * FROM company WHERE cik = ${cik}`;
