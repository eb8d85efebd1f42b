import type { Decimal } from '../decimal';
import type { IsoDate } from '../isoDate';

/** One figure of one filing: what a company reported of a span of days, or of a day. */
export interface ReportedFact {
  /** Taxonomy and concept: `us-gaap:NetIncomeLoss`. */
  readonly concept: string;
  /** USD, USD/shares, shares or pure. */
  readonly unit: string;
  /** The first day of the span; null for what is of one day. */
  readonly startOn: IsoDate | null;
  /** The last day of the span, or the day. */
  readonly endOn: IsoDate;
  readonly value: Decimal;
  /** The day it was filed. */
  readonly filedOn: IsoDate;
  /** The filing's form: `10-K`. */
  readonly form: string;
  /** The filing's number at the SEC: `0000320193-24-000123`. */
  readonly accession: string;
  /** The fiscal year that the filing itself is of, as it says; null where it says none. */
  readonly fiscalYear: number | null;
  /** The fiscal period that the filing itself is of, `Q1` to `Q3` or `FY`, as it says; null where it says none. */
  readonly fiscalPeriod: string | null;
}
