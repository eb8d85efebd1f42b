/** By what a security was found to be a company's, the surest ground first. */
export enum CompanyMatch {
  TICKER_AND_NAME = 'TICKER_AND_NAME',
  NAME = 'NAME',
  TICKER = 'TICKER',
  NONE = 'NONE',
}
