import type { Loaders } from '../context';
import { Sql } from '../../store/sql';

/**
 * A value in SQL that is told only when the statement is about to run, in the same transaction: what is evaluated in TypeScript from
 * reads of its own. All of an operation's are asked at once, so that their loads come in batches. Planning itself reads nothing.
 */
export class Later {
  constructor(readonly value: (loaders: Loaders) => Promise<unknown>) {}
}

/** Rows of which some properties are values already while planning: the same for all of them, and no columns below. */
export class ToldSql extends Sql {
  constructor(
    { text, holes }: Sql,
    readonly told: Readonly<Record<string, unknown>>,
  ) {
    super(text, holes);
  }
}
