import { createHash } from 'node:crypto';
import { InvalidInput } from '../../domain/errors';
import { parseIsoDate } from '../../domain/isoDate';
import type { At } from '../../store/at';
import { Column, type Sql, join, raw, sql } from '../../store/sql';
import { base64url, parseJson } from '../nodes/nodeId';
import type { OrderColumn } from './answers';
import { type ColumnFacts, columnNamed } from './typeTable';

/** One column of a connection's order. */
export interface OrderTerm extends ColumnFacts {
  readonly descending: boolean;
  /** Whether missing values come before all others, as they do in an order that is read from its end. */
  readonly missingFirst: boolean;
}

/** The same order from its end. */
export const reversed = (order: readonly OrderTerm[]): readonly OrderTerm[] =>
  order.map((term) => ({ ...term, descending: !term.descending, missingFirst: !term.missingFirst }));

const MARK = 8;

/** Eight hexadecimal digits that tell one question from another, so that no cursor serves a question it is not from. */
function mark(question: readonly unknown[], { asOf, knowledge }: At): string | Sql {
  const asked = JSON.stringify(question);
  if (asOf instanceof Column || knowledge instanceof Column) {
    return sql`left(md5(concat_ws('|', ${asked}::text, ${asOf}::text, ${knowledge}::text)), ${MARK}::int)`;
  }
  return createHash('md5').update([asked, asOf, knowledge].join('|')).digest('hex').slice(0, MARK);
}

/** The cursor of a row of `alias`, as SQL: the mark, then base64url of the row's key as a JSON array of texts. */
export function cursorOf(alias: string, order: readonly OrderTerm[], question: readonly unknown[], at: At): Sql {
  const key = order.map(({ name }) => raw(`${alias}.${name}::text`));
  return sql`${mark(question, at)}::text || ${base64url(sql`json_build_array(${join(key, ', ')})::text`)}`;
}

/**
 * The key that a cursor holds, one text for each term, null where the row had none.
 * @throws {InvalidInput} for anything but a cursor of this very question.
 */
export function readCursor(
  cursor: string,
  order: readonly OrderTerm[],
  question: readonly unknown[],
  at: At,
): readonly (string | null)[] {
  const expected = mark(question, at);
  if (typeof expected !== 'string') {
    throw new InvalidInput('A cursor belongs to one knowledge date: ask for one node, or nodes of one date.');
  }
  const key = parseJson(Buffer.from(cursor.slice(MARK), 'base64url').toString('utf8'));
  const isOurs = cursor.startsWith(expected) && Array.isArray(key) && key.length === order.length;
  if (!isOurs || !order.every((term, i) => fits(term, (key as readonly unknown[])[i]))) {
    throw new InvalidInput(`'${cursor.slice(0, 80)}' is not a cursor of this field with these arguments and this date.`);
  }
  return key as readonly (string | null)[];
}

function fits({ pgType, nullable }: OrderTerm, value: unknown): boolean {
  if (value === null) return nullable;
  if (typeof value !== 'string' || value.includes('\0')) return false;
  switch (pgType) {
    case 'numeric':
      return /^-?\d{1,60}(\.\d{1,60})?$/.test(value);
    case 'integer':
      return /^-?\d{1,9}$/.test(value);
    case 'date':
      return parseIsoDate(value) !== undefined;
    default:
      return true;
  }
}

/** `ORDER BY` for rows of `alias`; missing values stand together at one end, whichever way the column goes. */
export const orderBy = (alias: string, order: readonly OrderTerm[]): Sql =>
  join(
    order.flatMap(({ name, descending, nullable, missingFirst }) => [
      ...(nullable ? [raw(`(${alias}.${name} IS NULL)${missingFirst ? ' DESC' : ''}`)] : []),
      raw(`${alias}.${name}${descending ? ' DESC' : ''}`),
    ]),
    ', ',
  );

/** True for the rows of `alias` that come after `key` in the order. */
export function isAfter(alias: string, order: readonly OrderTerm[], key: readonly (string | null)[]): Sql {
  const [term, ...rest] = order;
  const [value = null, ...values] = key;
  if (term === undefined) return raw('FALSE');
  const column = raw(`${alias}.${term.name}`);
  const bound = sql`${value}::${raw(term.pgType)}`;
  const beyond = sql`${column} ${raw(term.descending ? '<' : '>')} ${bound}`;
  const later = value === null ? laterThanMissing(column, term) : term.nullable && !term.missingFirst ? sql`(${beyond} OR ${column} IS NULL)` : beyond;
  const same = value === null ? sql`${column} IS NULL` : sql`${column} = ${bound}`;
  return sql`(${later} OR (${same} AND ${isAfter(alias, rest, values)}))`;
}

const laterThanMissing = (column: Sql, { missingFirst }: OrderTerm): Sql => (missingFirst ? sql`${column} IS NOT NULL` : raw('FALSE'));

/** Reads `weight desc` as a term of an order over rows of a type. */
export function orderTerm(typeName: string, term: string | OrderColumn): OrderTerm {
  if (typeof term !== 'string') return { ...term, nullable: false, missingFirst: false };
  const [name = '', direction] = term.split(' ');
  return { ...columnNamed(typeName, name), descending: direction === 'desc', missingFirst: false };
}
