import type { IsoDate } from '../domain/isoDate';

/** Members of baskets, as one file lists them. */
export interface BasketsReport {
  /** In the order of the file, never empty. */
  readonly lines: readonly BasketLine[];
}

/** One stay of one listing in one basket; null is what the file leaves open. */
export interface BasketLine {
  /** Lower case. */
  readonly basket: string;
  readonly title: string | null;
  /** Upper case. */
  readonly symbol: string;
  /** The ticker of the class of shares that stands for this one in returns. */
  readonly standsFor: string | null;
  /** The first and last day of the stay; null where it has no beginning or no end. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly knownOn: IsoDate | null;
}
