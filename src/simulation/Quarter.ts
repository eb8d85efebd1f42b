import type { IsoDate } from '../domain/isoDate';
import type { Month } from '../domain/months';

/** What a company earned in a fiscal quarter, as it reports it. Dollars and shares are whole. */
export interface Quarter {
  readonly fiscalYear: number;
  /** 1 to 4. */
  readonly number: number;
  readonly lastMonth: Month;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  readonly revenue: number;
  readonly netIncome: number;
  /** Diluted, of the first session's kind, and how many of its end's kind one of them is. */
  readonly shares: number;
  readonly filedOn: IsoDate;
  /** What it came to say of its net income later, and when; null where it stood. */
  readonly restated: { readonly netIncome: number; readonly filedOn: IsoDate } | null;
}
