/**
 * A finite decimal number as text, such as `-151604687.06`: plain digits, one optional sign and point.
 * Published numbers keep every digit on their way into Postgres' `numeric`; a float would round them.
 */
export type Decimal = string & { readonly __decimal: never };

/** Reads `1234.5`, `-0.22` or, with thousands separators in their places, `1,234.50`. Anything else is undefined. */
export function parseDecimal(text: string): Decimal | undefined {
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text) ? (text.replaceAll(',', '') as Decimal) : undefined;
}

/** Whether it is above zero. */
export const isPositive = (number: Decimal): boolean => /^[\d.]*[1-9]/.test(number);

/** A percentage as a fraction, digit for digit: `0.50` becomes `0.0050`. */
export function percentToFraction(percent: Decimal): Decimal {
  const [, sign, whole, part] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(percent) as unknown as [string, string, string, string?];
  const digits = whole.padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${part ?? ''}` as Decimal;
}

/** The exact sum. @returns `0` for no numbers. */
export function sum(numbers: readonly Decimal[]): Decimal {
  const scale = numbers.reduce((most, number) => Math.max(most, fractionOf(number).length), 0);
  const total = numbers.reduce((units, number) => units + toUnits(number, scale), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return `${total < 0n ? '-' : ''}${text}` as Decimal;
}

/** The exact difference. */
export const difference = (from: Decimal, taken: Decimal): Decimal =>
  sum([from, (taken.startsWith('-') ? taken.slice(1) : `-${taken}`) as Decimal]);

/**
 * A float as a decimal, rounded to so many digits after the point.
 * @throws {RangeError} for what is not finite.
 */
export function rounded(number: number, digits: number): Decimal {
  if (!Number.isFinite(number)) throw new RangeError(`${number} is no decimal number.`);
  return plain((Math.abs(number) < 1e21 ? number.toFixed(digits) : BigInt(number).toString()) as Decimal) as Decimal;
}

/** Whether two numbers are the same, however many zeros they are written with; null is the same as null alone. */
export const areEqual = (one: Decimal | null, other: Decimal | null): boolean =>
  one === null || other === null ? one === other : plain(one) === plain(other);

/** Without zeros that say nothing: `-007.50` becomes `-7.5`, `-0.0` becomes `0`. The same text for numbers that are the same. */
export function plain(number: Decimal): string {
  const text = number.replace(/^(-?)0+(?=\d)/, '$1').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return text === '-0' ? '0' : text;
}

const fractionOf = (number: Decimal): string => number.split('.')[1] ?? '';

const toUnits = (number: Decimal, scale: number): bigint =>
  BigInt(number.replace('.', '').concat('0'.repeat(scale - fractionOf(number).length)));
