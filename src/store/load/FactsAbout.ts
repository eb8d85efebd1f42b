import type { ReportKind } from '../../sources/defineSource';

/** What a load may bring: facts of a kind about somebody. */
export interface FactsAbout {
  readonly kind: ReportKind;
  /**
   * A series' code, a fund's ticker (holdings, valuations), that of what was traded or estimated (closes, corporateActions, estimates), a company's number
   * (companies, companyFacts, filings), a basket's key, an index's code, FRED's number of a release; null for whomever they are about.
   */
  readonly about: string | null;
  /** True where they bear on all days, also those before they were known: which company a security is of has no date. */
  readonly isTimeless?: boolean;
}
