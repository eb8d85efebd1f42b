import type { Theme } from '../../domain/indicators/Theme';
import { type Sql, sql } from '../sql';

export const indicatorByCode = (code: unknown): Sql => sql`SELECT * FROM indicator WHERE code = ${code}`;

/** The indicators that tell of a theme; all of them where it is null. */
export const indicatorsOn = (theme: Theme | null): Sql =>
  sql`SELECT * FROM indicator ${theme === null ? sql`` : sql`WHERE ${theme}::text = ANY (themes)`}`;

export const indicatorsIn = (releaseCode: unknown): Sql => sql`SELECT * FROM indicator WHERE release_code = ${releaseCode}`;
