import type { CorporateActionKind } from '../domain/corporateActions';
import type { Decimal } from '../domain/decimal';
import type { IsoDate } from '../domain/isoDate';

/** Splits, dividends and the delisting of one security, as one file gives them. */
export interface CorporateActionsReport {
  /** The ticker that the file means by its last day, upper case. */
  readonly symbol: string;
  /** In the order of the file, never empty, each kind and day once. */
  readonly actions: readonly ActionReport[];
}

export interface ActionReport {
  readonly kind: CorporateActionKind;
  /** The first day on which the share trades without it: the ex-date, or the first day without trading. */
  readonly observedOn: IsoDate;
  /** The day the file says it could first be read; null where it does not say. */
  readonly knownOn: IsoDate | null;
  /** Of a split: new shares for an old one. */
  readonly ratio: Decimal | null;
  /** Of a dividend: cash per share as shares were on the day. */
  readonly amount: Decimal | null;
  /** ISO 4217, of `amount`. */
  readonly currency: string | null;
  /** Of a delisting: what was got afterwards over the last close, less 1; null where unknown. */
  readonly delistingReturn: Decimal | null;
}
