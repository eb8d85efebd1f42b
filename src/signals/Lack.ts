/** Why an input cannot be used. */
export enum LackReason {
  NOT_KNOWN_YET = 'NOT_KNOWN_YET',
  STALE = 'STALE',
  INSUFFICIENT_HISTORY = 'INSUFFICIENT_HISTORY',
  /** Known of too small a share of what it is about. */
  INSUFFICIENT_COVERAGE = 'INSUFFICIENT_COVERAGE',
  ADJUSTED_PRICE_ONLY = 'ADJUSTED_PRICE_ONLY',
  SHARE_CLASSES_DIFFER = 'SHARE_CLASSES_DIFFER',
  NOT_REPORTED = 'NOT_REPORTED',
  NO_EARNINGS = 'NO_EARNINGS',
}

/** An input that a signal has to do without. */
export interface Lack {
  /** Such as `UNRATE`, or another signal's key. */
  readonly input: string;
  readonly reason: LackReason;
  /** Half a sentence that says what is lacking: `GDPC1 is 400 days old, of at most 275`. */
  readonly text: string;
}
