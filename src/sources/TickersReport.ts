import type { IsoDate } from '../domain/isoDate';

/** Which tickers the SEC gives which companies on one day, as one file lists them. */
export interface TickersReport {
  /** The company whose tickers these are; null where the list is of all companies. */
  readonly cik: string | null;
  /** The day it says that it is about; null for that of its download. */
  readonly observedOn: IsoDate | null;
  /** The day the file says it could first be read; null where it does not say. */
  readonly knownOn: IsoDate | null;
  /** In the order of the file, each ticker once, never empty. */
  readonly lines: readonly TickerLine[];
}

export interface TickerLine {
  /** The company's number at the SEC, ten digits. */
  readonly cik: string;
  /** As the SEC writes it: `BRK-B`. */
  readonly ticker: string;
  /** What the company is called. */
  readonly name: string;
  /** Null where the file does not say. */
  readonly exchange: string | null;
}
