import { mean } from './moments';

/** A line through points, and how sure its slope is. */
export interface Regression {
  readonly slope: number;
  readonly intercept: number;
  /** Of the slope, whatever the residuals' spread and their correlation over so many lags. */
  readonly standardError: number;
}

/**
 * The standard error of a mean whose numbers are correlated over `lags`, as those of overlapping windows are.
 * @returns null for fewer than two numbers.
 * @source Newey and West (1987), "A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent
 *   covariance matrix": Bartlett's weights, no correction for small samples.
 */
export function standardErrorOfMean(numbers: readonly number[], lags: number): number | null {
  if (numbers.length < 2) return null;
  const center = mean(numbers);
  const residuals = numbers.map((number) => number - center);
  return Math.sqrt(Math.max(0, longRunSum(residuals, lags))) / numbers.length;
}

/**
 * The least-squares line of `y` on `x`, with the Newey-West standard error of its slope.
 * @returns null for fewer than three points, and where all `x` are equal.
 */
export function regression(x: readonly number[], y: readonly number[], lags: number): Regression | null {
  if (x.length < 3) return null;
  const [centerX, centerY] = [mean(x), mean(y)];
  const dx = x.map((value) => value - centerX);
  const spread = dx.reduce((sum, value) => sum + value * value, 0);
  if (spread === 0) return null;
  const slope = dx.reduce((sum, value, i) => sum + value * ((y[i] ?? NaN) - centerY), 0) / spread;
  const scores = dx.map((value, i) => value * ((y[i] ?? NaN) - centerY - slope * value));
  return { slope, intercept: centerY - slope * centerX, standardError: Math.sqrt(Math.max(0, longRunSum(scores, lags))) / spread };
}

/** The sum of squares, and of products of neighbours up to `lags` apart by Bartlett's weights. */
function longRunSum(numbers: readonly number[], lags: number): number {
  let sum = 0;
  for (let lag = 0; lag <= Math.min(lags, numbers.length - 1); lag += 1) {
    let products = 0;
    for (let i = lag; i < numbers.length; i += 1) products += (numbers[i] ?? NaN) * (numbers[i - lag] ?? NaN);
    sum += lag === 0 ? products : 2 * (1 - lag / (lags + 1)) * products;
  }
  return sum;
}
