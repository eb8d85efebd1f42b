import type { IsoDate } from '../domain/isoDate';
import { Knowledge } from '../domain/knowledge';
import { type Column, type Sql, raw, sql } from './sql';

/**
 * Where the reader stands: only what was known on `asOf` may be used, by the day that `knowledge` names.
 * Both are values below most root fields, and columns where one answer mixes several days.
 */
export interface At {
  readonly asOf: IsoDate | Column;
  readonly knowledge: Knowledge | Column;
}

/**
 * The as-of predicate, the same for every table of facts: true for those rows of `table` (a name or
 * alias in scope) that were known at `at`. Nothing is known before the day it is about, so the bound
 * on `observed_on` takes no row away; it gives an index its range.
 */
export function isKnown(table: string, at: At): Sql {
  return sql`${raw(table)}.observed_on <= ${at.asOf}::date AND ${knownDay(table, at)} <= ${at.asOf}::date`;
}

/**
 * The same for a table of derived versions, each of which holds from its `known_on` until the day before its `known_until`: true
 * for the one that answers. Such a table knows what is proven on the day it is known.
 */
export const isCurrent = (table: string, at: At): Sql => sql`${isKnown(table, at)} AND ${raw(table)}.known_until > ${at.asOf}::date`;

/** The day on which rows of `table` count as known: `known_on`, or under PROVEN `proven_on`. */
export function knownDay(table: string, { knowledge }: Pick<At, 'knowledge'>): Sql {
  if (knowledge === Knowledge.ANY) return raw(`${table}.known_on`);
  if (knowledge === Knowledge.PROVEN) return raw(`${table}.proven_on`);
  return sql`CASE ${knowledge} WHEN 'PROVEN' THEN ${raw(`${table}.proven_on`)} ELSE ${raw(`${table}.known_on`)} END`;
}
