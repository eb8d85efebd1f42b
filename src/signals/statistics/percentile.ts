/** The share of some numbers that are at or below a value, from 0 to 100; undefined for no numbers. */
export function percentileOf(value: number, among: readonly number[]): number | undefined {
  return among.length === 0 ? undefined : (among.filter((one) => one <= value).length / among.length) * 100;
}
