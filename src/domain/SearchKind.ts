/** What a search can find. */
export enum SearchKind {
  ETF = 'ETF',
  INDEX = 'INDEX',
  COMPANY = 'COMPANY',
  SECURITY = 'SECURITY',
  INDICATOR = 'INDICATOR',
}
