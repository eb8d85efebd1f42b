/**
 * An ISIN that is nobody's: `ZZ` is no country's code and never will be, as ISO 3166 leaves it to users.
 * @source ISO 6166, as `domain/identifiers` reads it.
 */
export function isinOf(ordinal: number): string {
  const text = `ZZ${String(ordinal).padStart(9, '0')}`;
  const digits = `3535${text.slice(2)}`;
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const value = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 10) + (value % 10);
  }
  return `${text}${(10 - (sum % 10)) % 10}`;
}
