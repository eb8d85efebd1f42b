import type { CellObject } from '@e965/xlsx';
import { readWorkbook } from '../../src/sources/readWorkbook';
import { refusalsOf } from './refusalsOf';
import { dateCell, workbookFile, xmlWorkbook } from './workbookFile';

const reasons = (bytes: Buffer) => refusalsOf(() => readWorkbook('a source', bytes)).map(({ reason }) => reason);
const NO_WORKBOOK = ['expected a workbook (.xls or .xlsx), found something else'];

const rowOf = (content: string) => readWorkbook('a source', xmlWorkbook('One', `<ss:Row>${content}</ss:Row>`))[0]?.rows[0];
const data = (content: string, type = 'String') => `<ss:Cell><ss:Data ss:Type="${type}">${content}</ss:Data></ss:Cell>`;

describe('the sheets of a workbook', () => {
  it('keep their order and names, and leave out rows in which nothing stands', () => {
    const bytes = workbookFile({ Second: [['a', null, 'b', ' '], [], [' ', null], [null, 'c']], 'First & last': [[1]] });
    expect(readWorkbook('a source', bytes)).toEqual([
      { name: 'Second', rows: [{ line: 1, cells: ['a', '', 'b'] }, { line: 4, cells: ['', 'c'] }] },
      { name: 'First & last', rows: [{ line: 1, cells: ['1'] }] },
    ]);
  });

  it.each(['xlsx', 'biff8', 'xlml'] as const)('give days, truth values and mistakes of %s as text', (bookType) => {
    const noon: CellObject = { t: 'n', v: 45_692.5, z: 'm/d/yy h:mm' };
    const row: CellObject[] = [dateCell('2025-02-04'), noon, { t: 'b', v: true }, { t: 'e', v: 0x2a }];
    const [sheet] = readWorkbook('a source', workbookFile({ One: [row] }, bookType));
    expect(sheet?.rows[0]?.cells).toEqual(['2025-02-04', '2025-02-04T12:00:00.000Z', 'TRUE', '#ERROR']);
  });

  it('give a number with all its digits, whatever it is shown as, and none with an exponent', () => {
    const shown = { t: 'n' as const, v: 226.977305, z: '0.00' };
    const [sheet] = readWorkbook('a source', workbookFile({ One: [[shown, 1e-7, -1.25e-9, 1.5e21, -12e22, 0.1, -0]] }, 'biff8'));
    expect(sheet?.rows[0]?.cells).toEqual(
      ['226.977305', '0.0000001', '-0.00000000125', '1500000000000000000000', '-120000000000000000000000', '0.1', '0'],
    );
  });
});

describe('a workbook in the XML of 2003', () => {
  it('is read with bare ampersands, HTML and byte order marks', () => {
    const prose = data('Click <a href="http://x.y/?a=1&b=2">here</a>.<br>1 < 2 > 0');
    expect(rowOf(data('S&P & A &amp; B &lt;C&gt; &#233;&reg;') + prose)?.cells).toEqual(['S&P & A & B <C> é&reg;', 'Click here.1 < 2 > 0']);
    const bytes = Buffer.concat([Buffer.from('\ufeff\ufeff'), xmlWorkbook('One', `<ss:Row>${data('Café')}</ss:Row>`)]);
    expect(readWorkbook('a source', bytes)[0]?.rows[0]?.cells).toEqual(['Café']);
  });

  it('has nothing in an empty cell, not 0, and keeps the place of cells and rows', () => {
    const numbers = ['', ' \n', '1.50'].map((content) => data(content, 'Number')).join('');
    const empty = '<ss:Cell/><ss:Cell><ss:Data ss:Type="String"/></ss:Cell>';
    const eighth = '<ss:Cell ss:Index="8"><ss:Data ss:Type="String">H</ss:Data></ss:Cell>';
    expect(rowOf(numbers + empty + eighth)?.cells).toEqual(['', '', '1.5', '', '', '', '', 'H']);
    const bytes = xmlWorkbook('One', `<ss:Row/><ss:Row ss:Index="5">${data('on row 5')}</ss:Row>`);
    expect(readWorkbook('a source', bytes)[0]?.rows).toEqual([{ line: 5, cells: ['on row 5'] }]);
  });

  it('is refused wherever it was cut', () => {
    const bytes = xmlWorkbook('One', `<ss:Row>${data('a')}</ss:Row><ss:Row>${data('b')}</ss:Row>`);
    const end = bytes.toString().trimEnd().length;
    for (let cut = 0; cut < end; cut++) expect({ cut, refused: reasons(bytes.subarray(0, cut)).length }).toEqual({ cut, refused: 1 });
    expect(reasons(bytes.subarray(0, end - 20))).toEqual(['the workbook was cut off before its end']);
  });
});

describe('what is no workbook', () => {
  it.each([
    ['CSV', 'Ticker,Name\nA,Alpha\n'],
    ['a web page', '<!DOCTYPE html><html><table><tr><td>Ticker</td></tr></table></html>'],
    ['a web page that names the format', '<html xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><table></table></html>'],
    ['other XML', '<?xml version="1.0"?><Workbook xmlns="urn:something:else"></Workbook>'],
    ['spaces', '\ufeff \r\n\u00a0'],
    ['RTF', '{\\rtf1 Ticker}'],
    ['what other programs begin files with', 'ID;PWXL;N;E\nC;Y1;X1;K"Ticker"\nE\n'],
  ])('is refused: %s', (_what, text) => {
    expect(reasons(Buffer.from(text))).toEqual(NO_WORKBOOK);
  });

  it('is refused: an empty file, an archive of something else, and one that begins as a workbook', () => {
    expect(reasons(Buffer.alloc(0))).toEqual(['the file is empty']);
    const emptyArchive = Buffer.from([0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)]);
    expect(reasons(emptyArchive)).toEqual(NO_WORKBOOK);
    expect(reasons(Buffer.from('PK\u0003\u0004 and then something else'))[0]).toMatch(/^the workbook cannot be read: /);
    const signature = workbookFile({ One: [['a']] }, 'biff8').subarray(0, 8);
    expect(reasons(signature.subarray(0, 4))).toEqual(NO_WORKBOOK);
    expect(reasons(Buffer.concat([signature, Buffer.alloc(2000)]))[0]).toMatch(/^the workbook cannot be read: /);
  });

  it('is refused: an archive that lacks what makes it a workbook, or one of its sheets', () => {
    const bytes = workbookFile({ One: [['a']], Two: [['b']] });
    const renamed = (from: string, to: string) => reasons(Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1'));
    expect(renamed('[Content_Types].xml', '[Content_Tapes].xml')).toEqual(['the workbook cannot be read: Unsupported ZIP file']);
    expect(renamed('xl/worksheets/sheet2.xml', 'xl/worksheets/shred2.xml')).toEqual(['the sheet Two cannot be read']);
  });

  it.each(['xlsx', 'biff8'] as const)('is refused: a piece of %s, unless all its rows are in it', (bookType) => {
    const rows = Array.from({ length: 40 }, (_, i) => [`name ${i}`, i * 1.37]);
    const bytes = workbookFile({ One: rows, Two: rows }, bookType);
    const whole = readWorkbook('a source', bytes);
    for (let cut = 0; cut < bytes.length; cut += 97) {
      const piece = bytes.subarray(0, cut);
      try {
        expect({ cut, read: readWorkbook('a source', piece) }).toEqual({ cut, read: whole });
      } catch (error) {
        expect({ cut, refused: (error as Error).name }).toEqual({ cut, refused: 'SourceFormat' });
      }
    }
  });
});
