import type { Decimal } from '../domain/decimal';
import type { IsoDate } from '../domain/isoDate';

/** What a fund was worth on each of some days, as one file gives them. */
export interface ValuationsReport {
  /** The fund's ticker, upper case. */
  readonly fund: string;
  /** The fund's name where the file gives it. */
  readonly fundName: string | null;
  /** In the order of the file, never empty, each day once. */
  readonly days: readonly ValuationDay[];
}

export interface ValuationDay {
  readonly observedOn: IsoDate;
  /** The day the file says it could first be read; null where it does not say. */
  readonly knownOn: IsoDate | null;
  /** Net asset value per share, in the fund's currency; null where the file gives none for the day. */
  readonly nav: Decimal | null;
  /** Null where the file gives none for the day. */
  readonly sharesOutstanding: Decimal | null;
}
