import fc from 'fast-check';
import { readWorkbook } from '../../src/sources/readWorkbook';
import { workbookFile } from './workbookFile';

/** A published number: as many digits as a spreadsheet keeps. */
const number = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => Number(`${units}e-${places}`));
const text = fc.stringMatching(/^[A-Za-z0-9 .,&<>"'+$%()é®-]{0,20}$/);
const cell = fc.oneof(number, text, fc.constant(null), fc.constantFrom('--', '-', '007', '1,250,000.00', 'Feb 04, 2025'));
const table = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });

/** What should be read, said anew: numbers written out to six places, spaces alone as nothing, the rest as it is. */
function written(value: string | number | null): string {
  if (typeof value !== 'number') return value === null || value.trim() === '' ? '' : value;
  return (value === 0 ? '0' : value.toFixed(6)).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

function rowsOf(cells: readonly (readonly (string | number | null)[])[]) {
  return cells.flatMap((row, i) => {
    const texts = row.map(written);
    while (texts.length > 0 && texts.at(-1) === '') texts.pop();
    return texts.length === 0 ? [] : [{ line: i + 1, cells: texts }];
  });
}

describe('a table written as a workbook', () => {
  it.each(['xlsx', 'biff8', 'xlml'] as const)('reads back the same from %s', (bookType) => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), (tables) => {
        const sheets = Object.fromEntries(tables.map((rows, i) => [`Sheet ${i}`, rows]));
        const expected = tables.map((rows, i) => ({ name: `Sheet ${i}`, rows: rowsOf(rows) }));
        expect(readWorkbook('a source', workbookFile(sheets, bookType))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
