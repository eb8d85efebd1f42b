/**
 * Every failure this project raises on purpose.
 *
 *   CatalystError
 *   ├── InvalidInput         the caller asked for something that cannot be asked
 *   ├── NotFound             the caller named a thing we do not have
 *   ├── QueryTooComplex      the caller asked for more than one request may cost
 *   ├── InvalidConfiguration an environment variable holds what it may not
 *   ├── DatabaseUnavailable  we could not reach Postgres
 *   ├── Timeout              Postgres took longer than a statement may
 *   ├── TooManyAtOnce        the caller, or all callers together, asked for more than goes at once
 *   └── SourceFormat         we were given a file and could not read it
 *
 * `code` reaches GraphQL clients as `extensions.code`, so renaming one is a breaking change.
 */
export abstract class CatalystError extends Error {
  abstract readonly code: string;

  override get name(): string {
    return this.constructor.name;
  }
}

export class InvalidInput extends CatalystError {
  readonly code = 'BAD_USER_INPUT';
}

export class NotFound extends CatalystError {
  readonly code = 'NOT_FOUND';

  /**
   * @param known All that there are, where they are few.
   * @param suggestions What may have been meant; they reach GraphQL clients as `extensions.suggestions`.
   */
  constructor(
    kind: string,
    key: string,
    known: readonly string[] = [],
    readonly suggestions: readonly string[] = [],
  ) {
    const hints = [...(known.length > 0 ? [`Known: ${known.join(', ')}.`] : []), ...(suggestions.length > 0 ? [`Close to it: ${suggestions.join(', ')}.`] : [])];
    super([`There is no ${kind} '${key}'.`, ...hints].join(' '));
  }
}

export class QueryTooComplex extends CatalystError {
  readonly code = 'QUERY_TOO_COMPLEX';

  constructor(cost: number, limit: number) {
    super(`This operation may return ${cost} values; the limit is ${limit}. Ask for fewer items or fields.`);
  }
}

export class InvalidConfiguration extends CatalystError {
  readonly code = 'INVALID_CONFIGURATION';
}

export class DatabaseUnavailable extends CatalystError {
  readonly code = 'DATABASE_UNAVAILABLE';
}

export class Timeout extends CatalystError {
  readonly code = 'TIMEOUT';
}

export class TooManyAtOnce extends CatalystError {
  readonly code = 'TOO_MANY_AT_ONCE';
}

/** What was wrong at one place of a file, and what should have stood there. */
export interface Refusal {
  /** 1-based line of the file; null where the whole file is meant. */
  readonly line: number | null;
  /** The column as its header names it; null where the whole line is meant. */
  readonly column: string | null;
  readonly reason: string;
}

/** A refusal of the file as a whole. */
export const ofTheFile = (reason: string): Refusal => ({ line: null, column: null, reason });

export class SourceFormat extends CatalystError {
  readonly code = 'SOURCE_FORMAT';

  constructor(
    readonly source: string,
    readonly refusals: readonly [Refusal, ...Refusal[]],
  ) {
    super(`${source}: ${describe(refusals[0])}${refusals.length > 1 ? ` (and ${refusals.length - 1} more)` : ''}`);
  }

  /** For a fault of the file as a whole. */
  static whole(source: string, reason: string): SourceFormat {
    return new SourceFormat(source, [ofTheFile(reason)]);
  }
}

/** One line of text: `line 12, column Price: expected a number, found "1.2.3"`. */
export function describe({ line, column, reason }: Refusal): string {
  const where = [line === null ? [] : [`line ${line}`], column === null ? [] : [`column ${column}`]].flat().join(', ');
  return where === '' ? reason : `${where}: ${reason}`;
}
