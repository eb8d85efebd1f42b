import type { IsoDate } from '../domain/isoDate';

/** All members of an index on one day, as one file gives them. */
export interface ConstituentsReport {
  /** The index's code: `SPX`. */
  readonly index: string;
  readonly observedOn: IsoDate;
  /** The day the file says it could first be read; null where it does not say. */
  readonly knownOn: IsoDate | null;
  /** In the order of the file, never empty. */
  readonly lines: readonly ConstituentLine[];
}

/** One member, a class of shares; null is what the file leaves open. */
export interface ConstituentLine {
  readonly ticker: string;
  readonly name: string;
  /** As the file words it. */
  readonly sector: string | null;
  readonly country: string | null;
  readonly exchange: string | null;
  /** The company's number at the SEC, ten digits. */
  readonly cik: string | null;
}
