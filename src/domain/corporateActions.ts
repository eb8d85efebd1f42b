/** What changes a share's price without a change of its value, or ends it. */
export enum CorporateActionKind {
  /** Old shares became new ones: the price falls by the ratio, the number of shares rises by it. */
  SPLIT = 'SPLIT',
  /** Cash was paid to those who held it before the day. */
  DIVIDEND = 'DIVIDEND',
  /** It was no longer traded. */
  DELISTING = 'DELISTING',
}
