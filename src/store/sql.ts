/**
 * SQL as nested pieces. Whoever writes a piece need not know whether a hole holds a value, which
 * becomes a parameter, a column of an enclosing query, or another piece: that is settled when it is written out.
 */
export class Sql {
  constructor(
    readonly text: readonly string[],
    readonly holes: readonly unknown[],
  ) {}
}

/** A column of a query that stands around the piece; it has a value only in Postgres, once per row. */
export class Column {
  constructor(
    readonly alias: string,
    readonly name: string,
  ) {}

  [Symbol.toPrimitive](): never {
    throw new ColumnHasNoValue(this.name);
  }

  toJSON(): never {
    throw new ColumnHasNoValue(this.name);
  }
}

/** A field asked for the value of a column while its SQL was being composed: a fault of the field, not of the caller. */
export class ColumnHasNoValue extends Error {
  constructor(column: string) {
    super(`'${column}' is a column while planning: it has no value to branch on or compute with.`);
  }
}

/** A row as a field sees it while planning: every property is a column. In the oracle the same names hold values. */
export type Row<Entity> = { readonly [Property in keyof Entity]: Column };

export const sql = (text: TemplateStringsArray, ...holes: readonly unknown[]): Sql => new Sql(text, holes);

/** Text that stands as it is. Only for text of our own making, never for anything a caller sent. */
export const raw = (text: string): Sql => new Sql([text], []);

/** Pieces with `separator` between them. */
export const join = (pieces: readonly Sql[], separator: string): Sql =>
  new Sql(['', ...pieces.slice(1).map(() => separator), ''], pieces);

/** The text of a piece; the values of its holes are added to `values`, in order of `$1, $2, ...`. */
export function write(piece: Sql, values: unknown[]): string {
  return piece.text.reduce((text, part, i) => text + writeHole(piece.holes[i - 1], values) + part);
}

function writeHole(hole: unknown, values: unknown[]): string {
  if (hole instanceof Sql) return write(hole, values);
  if (hole instanceof Column) return `${hole.alias}.${hole.name}`;
  values.push(hole);
  return `$${values.length}`;
}
