import type { IsoDate } from '../domain/isoDate';

/** Filings of one company, as one file lists them: not all there are. */
export interface FilingsReport {
  /** Ten digits. */
  readonly cik: string;
  /** In the order of the file, each once, never empty. */
  readonly filings: readonly FilingLine[];
}

export interface FilingLine {
  /** `0000320193-24-000123`. */
  readonly accession: string;
  readonly form: string;
  readonly filedOn: IsoDate;
  /** The day or the last day that it reports of; null where it has none. */
  readonly reportOn: IsoDate | null;
  /** When it was accepted, as published: in UTC of some filers and in New York's time of others, whatever its `Z` says. */
  readonly acceptedAt: string | null;
  /** Of an 8-K: `2.02`. */
  readonly items: readonly string[];
  /** Its path within the filing. */
  readonly primaryDocument: string | null;
  /** Null where the file does not say. */
  readonly isXbrl: boolean | null;
}
