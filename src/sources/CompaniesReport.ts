import type { IsoDate } from '../domain/isoDate';

/** What one company was and is called, and how the SEC describes it, as one file has it on the day of its download. */
export interface CompaniesReport {
  /** Ten digits. */
  readonly cik: string;
  /** The oldest first; the last is the one that it bears. Never empty. */
  readonly names: readonly NameReport[];
  readonly profile: ProfileReport;
}

export interface NameReport {
  readonly name: string;
  /** The first day on which it bore the name, as far as the file shows; null for the day of the download. */
  readonly from: IsoDate | null;
}

/** Null is what the file leaves open. */
export interface ProfileReport {
  /** Standard Industrial Classification, four digits. */
  readonly sic: string | null;
  readonly sicDescription: string | null;
  /** Month and day: `12-31`. */
  readonly fiscalYearEnd: string | null;
  /** The SEC's code of a state or country: `DE`. */
  readonly stateOfIncorporation: string | null;
}
