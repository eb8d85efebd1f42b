/** Numbers that name a security, or its issuer, wherever it trades and whatever it is called. Null is not given. */
export interface Identifiers {
  /** Nine letters and digits, of US and Canadian securities: `037833100`. */
  readonly cusip: string | null;
  /** Twelve letters and digits, beginning with a country: `US0378331005`. */
  readonly isin: string | null;
  /** Of the issuer, twenty letters and digits (ISO 17442). */
  readonly lei: string | null;
}

export const NO_IDENTIFIERS: Identifiers = { cusip: null, isin: null, lei: null };

/** Those of a source's texts that are sound, whatever the case of their letters. */
export function identifiersOf(texts: Partial<Identifiers>): Identifiers {
  const sound = (text: string | null | undefined, parse: (text: string) => string | undefined): string | null =>
    parse(text?.toUpperCase() ?? '') ?? null;
  return { cusip: sound(texts.cusip, parseCusip), isin: sound(texts.isin, parseIsin), lei: sound(texts.lei, parseLei) };
}

/**
 * Reads a CUSIP with its check digit. Anything else is undefined, and so are the zeros that stand for none, and a
 * number that its user made up: it may mean something else elsewhere.
 * @source CUSIP Global Services: digits are themselves, letters 10 to 35, `*@#` 36 to 38; every second value is
 *   doubled, the digits of all are summed, and the last digit makes the sum a multiple of ten.
 * @source www.ppm.net, "CUSIP Description": the issuer numbers 990000 to 99999Z are reserved for users' own numbers. So
 *   are those that end in 990 to 99Z, which are let pass, as nobody was seen to use one.
 */
export function parseCusip(text: string): string | undefined {
  if (!/^[0-9A-Z*@#]{8}\d$/.test(text) || /^0+$/.test(text) || text.startsWith('99')) return undefined;
  const values = Array.from(text.slice(0, 8)).map((character, i) => valueOf(character) * (i % 2 === 0 ? 1 : 2));
  return checkDigit(values) === Number(text[8]) ? text : undefined;
}

/**
 * Reads an ISIN with its check digit; anything else is undefined.
 * @source ISO 6166: letters become two digits, every second digit from the right is doubled, and the digits of all,
 *   with the last, sum to a multiple of ten.
 */
export function parseIsin(text: string): string | undefined {
  if (!/^[A-Z]{2}[0-9A-Z]{9}\d$/.test(text)) return undefined;
  const digits = Array.from(text.slice(0, 11)).flatMap((character) => Array.from(String(valueOf(character))).map(Number));
  const values = digits.reverse().map((digit, i) => digit * (i % 2 === 0 ? 2 : 1));
  return checkDigit(values) === Number(text[11]) ? text : undefined;
}

/** The CUSIP that a US or Canadian ISIN holds; null of any other. */
export const cusipOfIsin = (isin: string): string | null => (/^(US|CA)/.test(isin) ? isin.slice(2, 11) : null);

/** Reads an LEI: 20 letters and digits. */
export const parseLei = (text: string): string | undefined => (/^[0-9A-Z]{18}\d{2}$/.test(text) ? text : undefined);

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#';

const valueOf = (character: string): number => SIGNS.indexOf(character);

/** What makes the sum of the digits of all values a multiple of ten. */
function checkDigit(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + Math.floor(value / 10) + (value % 10), 0);
  return (10 - (sum % 10)) % 10;
}
