import type { AssetClass } from '../domain/assetClass';
import type { IsoDate } from '../domain/isoDate';
import type { KnownOnBasis } from '../domain/knowledge';
import type { MissingReason } from '../domain/MissingReason';

/** When a fact became known, and on what ground. */
export interface Dated {
  /** The day that it is about; an indicator's period by its first day, a fiscal one by its last. */
  readonly observedOn: IsoDate;
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
}

/** One value of an indicator. */
export interface Observed extends Dated {
  readonly value: number;
  /** What the vintage that it is read from is called. */
  readonly vintage: string;
}

/** What one share was worth at the close of a day. */
export interface Close extends Dated {
  /** On the shares of the day of the facts and with dividends reinvested: what lies between two of them is the total return. */
  readonly value: number;
}

/** The closes of a listing over a stretch of days, all of one series. */
export interface ListingCloses {
  readonly listing: string;
  /** What tells the series apart from others of the listing: source, kind of closes, content and day of the file. */
  readonly series: readonly string[];
  /** True where nothing is traded after the last of them. */
  readonly isDelisted: boolean;
  /** The last one on or before a day, that which was got after a delisting among them; null without any. */
  on(day: IsoDate): Close | null;
}

/** A company that belongs to a basket, with all its classes of shares. */
export interface Member extends Dated {
  /** The class of shares that stands for it in returns. */
  readonly listing: string;
  readonly symbol: string;
  readonly listings: readonly string[];
  /** Null where none that reports to the SEC was found. */
  readonly cik: string | null;
}

/** Who belongs to a basket. */
export interface BasketSeen {
  readonly key: string;
  /** In the order of their symbols. */
  readonly members: readonly Member[];
  /** True before the day on which the first member was known to be one: it was picked later, perhaps for what it did. */
  readonly isHindsight: boolean;
}

/** A position of a fund. */
export interface Line {
  /** Its place in the document. */
  readonly line: number;
  /** The key of what it is a position in. */
  readonly security: string;
  /** Of a share that of its closes; null of whatever is no share, and of one without a ticker. */
  readonly listing: string | null;
  readonly symbol: string | null;
  readonly cik: string | null;
  readonly assetClass: AssetClass;
  /** A fraction of the fund. */
  readonly weight: number;
}

/** All of a fund's positions on one day. */
export interface SnapshotSeen extends Dated {
  readonly fund: string;
  readonly key: string;
  readonly lines: readonly Line[];
}

/** A company's fiscal quarter, or a stretch between two fiscal years that stands among them. */
export interface Quarter extends Dated {
  readonly cik: string;
  /** QUARTER or TRANSITION. */
  readonly period: string;
  /** The first day on which anything of it was known; `knownOn` is since when it stands as it does. */
  readonly firstKnownOn: IsoDate;
  /** Diluted earnings per share in USD, on the basis of the splits known; null where not reported. */
  readonly eps: number | null;
  /** In USD; null where not reported. */
  readonly netIncome: number | null;
}

/** What analysts expected of a company's quarter, and what it reported: of one row of one document. */
export interface Report extends Dated {
  /** The listing and the month that its node goes by. */
  readonly listing: string;
  readonly month: IsoDate;
  readonly periodEnd: IsoDate;
  /** The consensus of earnings per share, and what was reported; null where the row does not say. */
  readonly estimate: number | null;
  readonly actual: number | null;
  /** In percent of the size of the estimate; null where that says nothing. */
  readonly surprise: number | null;
  /** True where a consensus was known before the day of the report. */
  readonly wasExpected: boolean;
}

/** What all shares of a company were worth at the close of a day. */
export interface MarketValue {
  /** In USD. */
  readonly value: number;
  /** As traded. */
  readonly close: TradedClose;
  readonly shares: number;
  readonly counted: ShareCount;
}

/** A close as it was traded, not adjusted for anything. */
export interface TradedClose extends Dated {
  readonly listing: string;
  /** What tells the series apart from others of the listing: as those of a listing's closes. */
  readonly series: readonly string[];
  readonly value: number;
}

/** How many shares a filing tells of; its key is that of the figure's node. */
export interface ShareCount extends Dated {
  readonly key: readonly string[];
  readonly value: number;
  /** COVER_PAGE, BALANCE_SHEET or DILUTED_AVERAGE. */
  readonly basis: string;
}

/**
 * All that signals may see: what was known at the end of one day. There is nothing of a later one in it, and nothing else is at
 * hand: no clock, no connection.
 */
export interface Facts {
  readonly asOf: IsoDate;

  /**
   * An indicator's published values about the `days` before the day and the day itself, the oldest first, all of one vintage, the newest known. Months
   * without a value are left out.
   */
  observations(code: string, days: number): readonly Observed[];

  /** A listing's closes about the `days` before the day and the day itself; null where none is known. */
  closes(listing: string, days: number): ListingCloses | null;

  /** Who belonged to a listed basket on the day; before the first member was known to be one, who belonged when that was. Null where that is not known at all. */
  basket(key: string): BasketSeen | null;

  /** A fund's newest holdings about the session so many before the day, or at most `maxAge` calendar days before that session; null without any. */
  snapshot(fund: string, sessionsBack: number, maxAge: number): SnapshotSeen | null;

  /** A company's quarters that ended in the `days` before the day, in the order of their ends, as known on it. */
  quarters(cik: string, days: number): readonly Quarter[];

  /** What was expected and reported of a company's quarters that ended in the `days` before the day, in the order of their months, as known on it. */
  reports(cik: string, days: number): readonly Report[];

  /**
   * What a company was worth on a day up to the day of the facts, by a close at most ten days older and by the shares known when that was traded; or why that
   * cannot be told.
   */
  marketValue(cik: string, on: IsoDate): MarketValue | MissingReason;
}
