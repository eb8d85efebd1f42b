/** What the closing prices of a file are: a file says it, or its caller; it is never guessed. */
export enum Closes {
  /** As traded on the day. Only these are price levels. */
  RAW = 'RAW',
  /** Earlier closes restated for later splits, not for dividends. */
  SPLIT_ADJUSTED = 'SPLIT_ADJUSTED',
  /** Earlier closes restated for later splits and dividends. */
  TOTAL_RETURN = 'TOTAL_RETURN',
  /** Restated for some of these and not for others: no return over such closes is true. */
  MIXED = 'MIXED',
}

/** What closes are asked to be adjusted for: by what was known on the knowledge date, and in force by then. */
export enum Adjustment {
  /** As they were traded. */
  NONE = 'NONE',
  /** On the shares of the knowledge date. */
  SPLITS = 'SPLITS',
  /** Dividends reinvested as well, so that what lies between two values is the total return. */
  TOTAL_RETURN = 'TOTAL_RETURN',
}

/** By what two funds are held against each other. */
export enum PerformanceMeasure {
  /** Net asset value per share; what was distributed is not added back. */
  NAV = 'NAV',
  /** Closes on the exchange, dividends reinvested. */
  TOTAL_RETURN = 'TOTAL_RETURN',
}

/** How old, in calendar days, the close may be that stands for a day without one: a long weekend, or a halt of some days. */
export const CLOSE_STANDS = 10;
