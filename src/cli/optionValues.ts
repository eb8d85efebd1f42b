import { InvalidInput } from '../domain/errors';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';

/** What follows `--option`, read; each refuses in the option's own name. */

/** @throws {InvalidInput} */
export const dayIn = (option: string, text: string): IsoDate =>
  parseIsoDate(text) ?? refuse(option, 'a day written YYYY-MM-DD', text);

/** In any case of letters. @throws {InvalidInput} */
export const oneOf = <T extends string>(option: string, text: string, words: readonly T[]): T =>
  words.find((word) => word === text.trim().toUpperCase()) ?? refuse(option, `one of ${words.join(', ')}`, text);

/** Two tickers. @throws {InvalidInput} */
export function pairIn(option: string, text: string): { readonly small: string; readonly large: string } {
  const [small = '', large = '', ...more] = text.toUpperCase().split('/');
  return small !== '' && large !== '' && more.length === 0 ? { small, large } : refuse(option, 'two tickers as in IWM/SPY', text);
}

/** @throws {InvalidInput} */
export const countIn = (option: string, text: string): number =>
  /^\d{1,9}$/.test(text) ? Number(text) : refuse(option, 'a whole number', text);

/** @throws {InvalidInput} naming the option and what it expects. */
export function refuse(option: string, expected: string, found: string): never {
  throw new InvalidInput(`--${option}: expected ${expected}, found '${found}'.`);
}
