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
