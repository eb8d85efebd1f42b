import type { AssetClass } from '../domain/assetClass';
import type { Decimal } from '../domain/decimal';
import type { Identifiers } from '../domain/identifiers';
import type { IsoDate } from '../domain/isoDate';

/** All of a fund's holdings on one day, as one file gives them. */
export interface HoldingsReport {
  /** The fund's ticker, upper case. */
  readonly fund: string;
  /** The fund's name where the file gives it. */
  readonly fundName: string | null;
  readonly observedOn: IsoDate;
  /** The day the file says it could first be read; null where it does not say. */
  readonly knownOn: IsoDate | null;
  readonly sharesOutstanding: Decimal | null;
  /** In the order of the file, never empty. */
  readonly lines: readonly HoldingLine[];
}

/** One position. Values are in the fund's currency; null is what the file leaves open. */
export interface HoldingLine {
  /** As the file writes it; null where it gives none (`-`, or empty). */
  readonly ticker: string | null;
  readonly name: string;
  /** Those that the file gives. */
  readonly identifiers: Identifiers;
  readonly assetClass: AssetClass;
  /** As the file words it. */
  readonly sector: string | null;
  readonly country: string | null;
  readonly exchange: string | null;
  /** ISO 4217, of `marketValue`. */
  readonly currency: string | null;
  /** Units held (shares, or the nominal amount); negative where short or owed, null where not given. */
  readonly shares: Decimal | null;
  /** Per unit, as the file quotes it. */
  readonly price: Decimal | null;
  readonly marketValue: Decimal | null;
  readonly notionalValue: Decimal | null;
  /** The file's own, rounded as it is, as a fraction: 0.0050 is 0.50 %. */
  readonly publishedWeight: Decimal | null;
}
