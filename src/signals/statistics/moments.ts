/** The mean. @returns NaN for no numbers: who asks must have some. */
export const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The middle of the numbers in order, or the mean of the two in the middle. @returns NaN for no numbers. */
export function median(numbers: readonly number[]): number {
  const ordered = [...numbers].sort((a, b) => a - b);
  const middle = ordered.length >> 1;
  const [low = NaN, high = NaN] = [ordered[middle - 1], ordered[middle]];
  return ordered.length % 2 === 0 ? (low + high) / 2 : high;
}

/** The standard deviation of a sample, over n - 1. @returns NaN for fewer than two numbers. */
export function standardDeviation(numbers: readonly number[]): number {
  const center = mean(numbers);
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - center) ** 2, 0) / (numbers.length - 1));
}
