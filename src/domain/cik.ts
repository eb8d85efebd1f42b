import { InvalidInput } from './errors';

/** The ten digits of a Central Index Key, with the zeros that some sources leave out; undefined for what is none. */
export const parseCik = (text: string): string | undefined => (/^(?=\d*[1-9])\d{1,10}$/.test(text) ? text.padStart(10, '0') : undefined);

export const CIK_EXPECTED = 'a number of up to ten digits, not all zero';

/** @throws {InvalidInput} that says where it was given. */
export function checkedCik(where: string, said: string): string {
  const cik = parseCik(said);
  if (cik === undefined) throw new InvalidInput(`'${where}' is '${said}': expected ${CIK_EXPECTED}.`);
  return cik;
}
