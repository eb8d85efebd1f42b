import { type Sql, sql } from '../../store/sql';

/** True if both of two snapshots, by their serial numbers, were found. */
export const areKnown = (one: unknown, other: unknown): Sql => sql`${one}::int IS NOT NULL AND ${other}::int IS NOT NULL`;
