import type { AssetClass } from '../domain/assetClass';
import type { IsoDate } from '../domain/isoDate';
import type { KnownOnBasis } from '../domain/knowledge';

/** When a fact became known, and on what ground. */
export interface Dated {
  /** The day that it is about; a period by its first day. */
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
  readonly securityId: number;
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
}
