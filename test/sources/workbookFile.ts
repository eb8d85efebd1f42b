import { type BookType, type CellObject, utils, write } from '@e965/xlsx';

type Row = readonly (CellObject | string | number | null)[];

/** The bytes of a workbook with these sheets in this order. */
export function workbookFile(sheets: Readonly<Record<string, readonly Row[]>>, bookType: BookType = 'xlsx'): Buffer {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  const bytes: unknown = write(workbook, { type: 'buffer', bookType });
  if (!Buffer.isBuffer(bytes)) throw new Error('The package wrote no bytes.');
  return bytes;
}

/** A workbook in the XML of 2003, as the issuer serves it: `rows` is what stands within the table of its only sheet. */
export const xmlWorkbook = (name: string, rows: string): Buffer =>
  Buffer.from(
    [
      '<?xml version="1.0"?>\n<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
      `<ss:Worksheet ss:Name="${name}"><ss:Table>${rows}</ss:Table></ss:Worksheet>`,
      '</ss:Workbook>\n',
    ].join('\n'),
  );

/** A cell that a spreadsheet program takes for a day: days are counted from 1899-12-30. */
export const dateCell = (isoDay: string): CellObject => ({ t: 'n', v: Date.parse(isoDay) / 86_400_000 + 25_569, z: 'mmm dd, yyyy' });
