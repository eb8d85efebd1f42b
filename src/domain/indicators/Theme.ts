/** What an indicator tells of. */
export enum Theme {
  LABOR = 'LABOR',
  INFLATION = 'INFLATION',
  GROWTH = 'GROWTH',
  RATES = 'RATES',
  FINANCIAL_CONDITIONS = 'FINANCIAL_CONDITIONS',
  CREDIT = 'CREDIT',
  RECESSION = 'RECESSION',
}
