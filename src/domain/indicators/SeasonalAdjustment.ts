/** Whether what recurs every year is taken out of a series. */
export enum SeasonalAdjustment {
  ADJUSTED = 'ADJUSTED',
  /** Adjusted, and multiplied up to the rate of a year. */
  ADJUSTED_ANNUAL_RATE = 'ADJUSTED_ANNUAL_RATE',
  NOT_ADJUSTED = 'NOT_ADJUSTED',
}
