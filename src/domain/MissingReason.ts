/** Why a value is null, or a signal has to do without an input: the one list of reasons there is. */
export enum MissingReason {
  AS_OF_BEFORE_HISTORY = 'AS_OF_BEFORE_HISTORY',
  NOT_KNOWN_YET = 'NOT_KNOWN_YET',
  STALE = 'STALE',
  NOT_REPORTED = 'NOT_REPORTED',
  INSUFFICIENT_HISTORY = 'INSUFFICIENT_HISTORY',
  INSUFFICIENT_COVERAGE = 'INSUFFICIENT_COVERAGE',
  ESTIMATE_TOO_SMALL = 'ESTIMATE_TOO_SMALL',
  SPLIT_SUSPECTED = 'SPLIT_SUSPECTED',
  ADJUSTED_PRICE_ONLY = 'ADJUSTED_PRICE_ONLY',
  SHARE_CLASSES_DIFFER = 'SHARE_CLASSES_DIFFER',
  NO_EARNINGS = 'NO_EARNINGS',
  NOT_DEFINED = 'NOT_DEFINED',
}

/** What each means. Another reason is a breaking change for whoever deals with all of them. */
export const missingReasons: Readonly<Record<MissingReason, string>> = {
  AS_OF_BEFORE_HISTORY: 'The knowledge date lies before the thing itself began: there was nothing to know.',
  NOT_KNOWN_YET: 'Nothing of the kind was known at the knowledge date, or not of the day asked for, or not what it takes.',
  STALE: 'What was known is about a day too long before the knowledge date.',
  NOT_REPORTED: 'What was filed or published by the knowledge date does not give it, and it does not follow from what was: no survey was taken, or the market was closed.',
  INSUFFICIENT_HISTORY: 'It takes earlier values, of which one is lacking or with which nothing can be told.',
  INSUFFICIENT_COVERAGE: 'It is known of too little of the whole to speak for it.',
  ESTIMATE_TOO_SMALL: 'It would be measured against next to nothing.',
  SPLIT_SUSPECTED: 'It is so large as a split makes it that only one of two figures was restated for.',
  ADJUSTED_PRICE_ONLY: 'All closes that are known are adjusted for later splits or dividends: they serve returns, and are no price of the day.',
  SHARE_CLASSES_DIFFER: 'Classes of shares are traded at prices over a quarter apart, and how many there are of each is not known.',
  NO_EARNINGS: 'Together they lost money: a price over a loss is no multiple.',
  NOT_DEFINED: 'What it takes is known, and it has no meaning for that: growth from zero or less, or of a rate.',
};

/** All of them, as a table in Markdown. */
export function missingReasonsTable(): string {
  const rows = Object.entries(missingReasons).map(([reason, meaning]) => `| \`${reason}\` | ${meaning} |`);
  return ['| `reason` | what it means |', '|---|---|', ...rows].join('\n');
}
