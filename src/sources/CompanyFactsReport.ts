import type { ReportedFact } from '../domain/earnings/ReportedFact';

/** What one company reported to the SEC, as far as it is kept. */
export interface CompanyFactsReport {
  /** Ten digits. */
  readonly cik: string;
  readonly name: string;
  /** In the order of the file; may be empty. */
  readonly facts: readonly ReportedFact[];
}
