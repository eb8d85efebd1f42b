import type { Closes } from '../domain/closes';
import type { Decimal } from '../domain/decimal';
import type { IsoDate } from '../domain/isoDate';

/** Closing prices of one kind of one security, as one file gives them. */
export interface ClosesReport {
  /** The ticker that the file means by its last day, upper case; an index has a caret: `^RUT`. */
  readonly symbol: string;
  /** What the closes are, as the file says or its caller: never guessed. */
  readonly closes: Closes;
  /** In the order of the file, never empty, each day once. */
  readonly days: readonly CloseOfDay[];
}

export interface CloseOfDay {
  readonly observedOn: IsoDate;
  /** The day the file says it could first be read; null where it does not say. */
  readonly knownOn: IsoDate | null;
  /** Of one share, above zero. */
  readonly close: Decimal;
}
