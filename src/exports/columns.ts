/** What a column holds: in Postgres' text a day is `2024-09-10`, a truth `true` or `false`, a number the shortest decimal of its double. */
export type ColumnKind = 'date' | 'double' | 'integer' | 'text' | 'boolean';

export interface Column {
  readonly kind: ColumnKind;
  /** Meaning and unit. */
  readonly meaning: string;
}

/** Columns by their names, in order. */
export type Columns = Readonly<Record<string, Column>>;

const column = (kind: ColumnKind) => (meaning: string): Column => ({ kind, meaning });

export const date = column('date');
export const double = column('double');
export const integer = column('integer');
export const text = column('text');
export const boolean = column('boolean');

/** The days of a fact, as its columns. */
export const KNOWN = {
  knownOn: date('The first day that it could be read.'),
  knownOnBasis: text('On what ground `knownOn` is said.'),
  provenOn: date('The first day for which that can be proven.'),
} as const;

/** Where there is nothing to tell of what was asked for, one row says why. */
export const MISSING = { missing: text('Why there is no value (`MissingReason`); null where there is one.') } as const;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01, as Arrow and Parquet count them. */
export const daysSinceEpoch = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
