/** What is told of an indicator, from one vintage of it. */
export enum Transform {
  LEVEL = 'LEVEL',
  CHANGE = 'CHANGE',
  YOY = 'YOY',
  ANNUALIZED_3M = 'ANNUALIZED_3M',
  ANNUALIZED_6M = 'ANNUALIZED_6M',
  MEAN_3M = 'MEAN_3M',
  ZSCORE = 'ZSCORE',
}
