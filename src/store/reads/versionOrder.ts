import { type At, knownDay } from '../at';
import { type Sql, raw, sql } from '../sql';

/**
 * The order of versions of one fact, the one that answers first: the preferred source, and of its versions the one
 * known last. Of two that were first seen on one day the later load is the correction. `table` is a name in scope.
 */
export const versionOrder = (table: string, at: Pick<At, 'knowledge'>): Sql =>
  sql`${raw(table)}.precedence, ${knownDay(table, at)} DESC, CASE ${raw(table)}.known_on_basis WHEN 'FIRST_SEEN' THEN ${raw(table)}.load_id END DESC NULLS LAST`;

/** True for rows of a table that are about the day `on`; about any, where it is null. */
export const isOn = (table: string, on: unknown): Sql => (on === null ? raw('TRUE') : sql`${raw(table)}.observed_on = ${on}::date`);
