import { type Transform } from './transforms/Transform';

/** How FRED words the units of series that are rates already. */
export const RATE_UNIT = 'Percent';

/** Whether a series is told in percent or percentage points: it does not grow then, it moves by points. */
export const isRate = (unit: string): boolean => unit.startsWith(RATE_UNIT);

/** What a transform of a series is told in, by the unit of the series and where it is a rate. Computed shares are fractions: 0.03 is 3 %. */
export const UNITS: Readonly<Record<Transform, { readonly ofAmounts: string | null; readonly ofRates: string | null }>> = {
  LEVEL: { ofAmounts: null, ofRates: null },
  CHANGE: { ofAmounts: null, ofRates: 'Percentage Points' },
  YOY: { ofAmounts: 'Fraction', ofRates: 'Percentage Points' },
  ANNUALIZED_3M: { ofAmounts: 'Fraction per Year', ofRates: 'Fraction per Year' },
  ANNUALIZED_6M: { ofAmounts: 'Fraction per Year', ofRates: 'Fraction per Year' },
  MEAN_3M: { ofAmounts: null, ofRates: null },
  ZSCORE: { ofAmounts: 'Standard Deviations', ofRates: 'Standard Deviations' },
};
