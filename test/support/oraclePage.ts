import { createHash } from 'node:crypto';
import { InvalidInput } from '../../src/domain/errors';
import type { Connection } from '../../src/graph/planner/answers';
import type { At } from './oracle';

/** A row as Postgres writes it: texts and nulls by column. */
export type TextRow = Readonly<Record<string, string | null>>;

/** A connection's rows, all of them, each column with the Postgres type that it turned out to have. */
export interface Whole {
  readonly rows: readonly TextRow[];
  readonly types: ReadonlyMap<string, number>;
}

export interface PageOf {
  readonly items: readonly { readonly row: TextRow; readonly cursor: string }[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

const DECIMAL_TYPES = [20, 21, 23, 1700];

/** The page that a connection asks for: all rows in order, those after the cursor, the first of them. */
export function pageOf({ rows, types }: Whole, { order, page, question }: Connection, field: string, at: At): PageOf {
  const terms = order.map((term) => {
    if (typeof term !== 'string') return { column: term.name, sign: term.descending ? -1 : 1 };
    return { column: term.split(' ')[0] as string, sign: term.endsWith(' desc') ? -1 : 1 };
  });
  const keyOf = (row: TextRow): Key => terms.map(({ column }) => row[column] ?? null);
  const isBefore = (a: Key, b: Key): number =>
    terms.reduce((found, { column, sign }, i) => found || compare(a[i], b[i], types.get(column), sign), 0);
  const mark = createHash('md5')
    .update(`${JSON.stringify([field, question, order])}|${at.asOf}|${at.knowledge}`)
    .digest('hex')
    .slice(0, 8);

  const { after, before, first, last } = page;
  const read = (cursor: string | null | undefined): Key | null => {
    if (cursor == null) return null;
    if (!cursor.startsWith(mark)) throw new InvalidInput(`'${cursor.slice(0, 80)}' is not a cursor of this field with these arguments and this date.`);
    return JSON.parse(Buffer.from(cursor.slice(8), 'base64url').toString()) as Key;
  };
  const [from, to] = [read(after), read(before)];
  const ordered = [...rows].sort((a, b) => isBefore(keyOf(a), keyOf(b)));
  const between = ordered.filter((row) => (from === null || isBefore(from, keyOf(row)) < 0) && (to === null || isBefore(keyOf(row), to) < 0));
  const isFromEnd = first == null && last != null;
  const taken = isFromEnd ? between.slice(Math.max(0, between.length - last)) : between.slice(0, first ?? 100);
  const items = taken.map((row) => ({ row, cursor: mark + encoded(keyOf(row)) }));
  const isMore = between.length > items.length;
  return { items, hasNext: isFromEnd ? before != null : isMore, hasPrevious: isFromEnd ? isMore : after != null };
}

type Key = readonly (string | null)[];

/** Base64url of a JSON array with a space after each comma, as Postgres writes it. */
export const encoded = (texts: Key): string =>
  Buffer.from(`[${texts.map((text) => JSON.stringify(text)).join(', ')}]`).toString('base64url');

/** Numbers by value, all else by bytes; a missing one after all others, whatever the sign. */
function compare(a: string | null | undefined, b: string | null | undefined, type: number | undefined, sign: number): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  if (type === undefined || !DECIMAL_TYPES.includes(type)) return sign * Buffer.compare(Buffer.from(a), Buffer.from(b));
  const difference = units(a) - units(b);
  return difference === 0n ? 0 : difference > 0n ? sign : -sign;
}

/** Units of 10^-60, exactly. */
function units(number: string): bigint {
  const [whole = '', fraction = ''] = number.split('.');
  return BigInt(whole + fraction.padEnd(60, '0'));
}
