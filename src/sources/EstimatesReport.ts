import type { Decimal } from '../domain/decimal';
import type { IsoDate } from '../domain/isoDate';

/** What analysts expected companies to earn, and what these then reported, as one file gives it. */
export interface EstimatesReport {
  /** In the order of the file, never empty. */
  readonly lines: readonly EstimateLine[];
}

/** One period of one company as it stood on a day; null is what the file leaves open. */
export interface EstimateLine {
  /** Upper case. */
  readonly ticker: string;
  readonly name: string | null;
  /** The company's number at the SEC, ten digits. */
  readonly cik: string | null;
  /** The last day of the fiscal period, as the file dates it. */
  readonly periodEnd: IsoDate;
  /** The day of the report, or that on which it is expected. */
  readonly reportOn: IsoDate | null;
  /** The consensus of earnings per share. */
  readonly estimate: Decimal | null;
  /** Earnings per share as reported, on the same basis; null before the report. */
  readonly actual: Decimal | null;
  readonly currency: string | null;
  /** The day on which it stood so; null for that of the file's download. */
  readonly observedOn: IsoDate | null;
  /** The day the file says it could first be read; null where it does not say. */
  readonly knownOn: IsoDate | null;
}
