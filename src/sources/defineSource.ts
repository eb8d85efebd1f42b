import type { Refusal } from '../domain/errors';
import type { BasketsReport } from './BasketsReport';
import type { ClosesReport } from './ClosesReport';
import type { CompaniesReport } from './CompaniesReport';
import type { CompanyFactsReport } from './CompanyFactsReport';
import type { ConstituentsReport } from './ConstituentsReport';
import type { CorporateActionsReport } from './CorporateActionsReport';
import type { EstimatesReport } from './EstimatesReport';
import type { FilingsReport } from './FilingsReport';
import type { HoldingsReport } from './HoldingsReport';
import type { ReleaseDatesReport } from './ReleaseDatesReport';
import type { SeriesReport } from './SeriesReport';
import type { Told } from './tellable';
import type { TickersReport } from './TickersReport';
import type { ValuationsReport } from './ValuationsReport';

/** The kinds of facts there are, each by what a file reports of it at once. */
export interface ReportTypes {
  readonly holdings: HoldingsReport;
  readonly valuations: ValuationsReport;
  readonly constituents: ConstituentsReport;
  readonly companyFacts: CompanyFactsReport;
  readonly companies: CompaniesReport;
  readonly tickers: TickersReport;
  readonly filings: FilingsReport;
  readonly closes: ClosesReport;
  readonly corporateActions: CorporateActionsReport;
  readonly estimates: EstimatesReport;
  readonly baskets: BasketsReport;
  readonly series: SeriesReport;
  readonly releaseDates: ReleaseDatesReport;
}

export type ReportKind = keyof ReportTypes;

/** What a file holds of each kind; a kind that it holds nothing of is left out. */
export type Reports = { readonly [Kind in ReportKind]?: readonly ReportTypes[Kind][] };

/** What was read from one file: everything, or the reader threw. */
export interface Reading {
  /** Data rows of the file, before any interpretation. */
  readonly rowsRead: number;
  /** At least one; two of a kind are about another fund, index, series or day. */
  readonly reports: Reports;
  /** Rows that are no facts of the kind, though they can be read, and why: the rest of the file is loaded without them. */
  readonly leftOut?: readonly Refusal[];
}

/**
 * When a file of this source counts as known, if neither the file nor the caller says so.
 * `NEXT_SESSION`: the NYSE session after the observed day, as an assumption (LAG_ASSUMED).
 * `daysAfter`: so many calendar days after the observed day, as an assumption too.
 * `FIRST_SEEN`: the day we read it.
 * `FILED`: each fact on the day of its own filing, which the file gives.
 * `OWN_DAY`: each fact on the day it is about: what the market itself shows on that day (MARKET_CLOSE), and by assumption what
 * was adjusted later.
 */
export type UsualKnownOn = 'NEXT_SESSION' | 'FIRST_SEEN' | 'FILED' | 'OWN_DAY' | { readonly daysAfter: number };

/** One upstream format: a pure reader of one file's bytes. It touches neither network nor database, nor a clock. */
export interface Source {
  /** The file's name, and what stands in `source` of everything read from here. */
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  /** The upstream's own page about this format, or where ours is documented. */
  readonly documentation: string;
  /** Where the publisher's terms of use leave the data, in one sentence. */
  readonly terms: string;
  /** Which names in a directory are files of this source. */
  readonly files: RegExp;
  /** Where two sources report one fund and day, the lower precedence is served. */
  readonly precedence: number;
  readonly usualKnownOn: UsualKnownOn;
  /** @throws {SourceFormat} with the place and what was expected; then nothing of the file is loaded. */
  read(bytes: Buffer, told: Told): Reading;
}

export const defineSource = (source: Source): Source => source;
