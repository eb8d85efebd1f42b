import type { CellObject } from '@e965/xlsx';

/**
 * What stands in a cell of a spreadsheet, as text: a number with all its digits and no exponent, a date as `YYYY-MM-DD`
 * (with its time, where it is not midnight), a truth value as `TRUE`, and a text as it is, but spaces alone as nothing.
 */
export function cellText({ t, v }: CellObject): string {
  if (t === 'e') return '#ERROR';
  if (v instanceof Date) return v.toISOString().replace('T00:00:00.000Z', '');
  if (typeof v === 'number') return plainNumber(v);
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  return v === undefined || v.trim() === '' ? '' : v;
}

/** The shortest digits that mean this number, written out: `1e-7` is `0.0000001`. */
function plainNumber(number: number): string {
  const [, sign, whole, part = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(number)) ?? [];
  if (sign === undefined || whole === undefined || exponent === undefined) return String(number);
  const shift = Number(exponent);
  const digits = whole + part;
  return shift < 0 ? `${sign}0.${'0'.repeat(-shift - 1)}${digits}` : `${sign}${digits}${'0'.repeat(shift - part.length)}`;
}
