import { createRequire } from 'node:module';
import type * as workbooks from '@e965/xlsx';
import { SourceFormat } from '../domain/errors';
import { cellText } from './cellText';
import { spreadsheetXml } from './spreadsheetXml';
import type { RawRow } from './Table';

/** One sheet of a workbook. Rows in which nothing stands are left out, and so are a row's cells behind the last one filled. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
}

type Workbooks = typeof workbooks;

/** Loaded once a workbook is read: its tables of characters take a tenth of the start of all that reads none. */
const library = (): Workbooks => createRequire(__filename)('@e965/xlsx') as Workbooks;

const BIFF = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * The sheets of a workbook in their order: BIFF (`.xls`), `.xlsx`, or the XML of 2003, whatever the file is called.
 * Numbers keep every digit, whatever format they are shown in; see cellText.
 *
 * @throws {SourceFormat} if the bytes are no workbook, or one that was cut off or cannot be read whole.
 */
export function readWorkbook(source: string, bytes: Buffer): readonly Sheet[] {
  const workbook = parse(source, bytes);
  return workbook.SheetNames.map((name) => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) throw SourceFormat.whole(source, `the sheet ${name} cannot be read`);
    return { name, rows: rowsOf(sheet) };
  });
}

/** The package takes CSV, HTML and more for workbooks too, so what it is given is decided here. */
function parse(source: string, bytes: Buffer): workbooks.WorkBook {
  const isBinary = [BIFF, ZIP].some((signature) => signature.every((byte, i) => bytes[i] === byte));
  const content = isBinary ? bytes : spreadsheetXml(source, bytes);
  try {
    const type = typeof content === 'string' ? 'string' : 'buffer';
    return library().read(content, { type, dense: true, cellDates: true, cellText: false, cellHTML: false, cellFormula: false });
  } catch (error) {
    throw SourceFormat.whole(source, `the workbook cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function rowsOf(sheet: workbooks.WorkSheet): RawRow[] {
  const grid: readonly (readonly (workbooks.CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  return Array.from(grid).flatMap((row, i) => {
    const texts = Array.from(row ?? [], (cell) => (cell === undefined ? '' : cellText(cell)));
    const cells = texts.slice(0, texts.reduce((width, text, column) => (text === '' ? width : column + 1), 0));
    return cells.length === 0 ? [] : [{ line: i + 1, cells }];
  });
}
