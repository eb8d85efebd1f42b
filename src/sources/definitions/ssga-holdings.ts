import { SourceFormat } from '../../domain/errors';
import { readLines } from '../checkHoldings';
import { defineSource } from '../defineSource';
import { holdingsReading } from '../holdingsReading';
import { readWorkbook } from '../readWorkbook';
import { Refusals } from '../Refusals';
import { sheetTable } from '../sheetTable';
import { ssgaIdentity } from '../ssgaIdentity';
import { SSGA_COLUMNS, ssgaHolding } from '../ssgaLines';
import { refuseLacking, type TableShape } from '../Table';

const KEY = 'ssga-holdings';

const SHAPE: TableShape = {
  source: KEY,
  header: 'the column Ticker',
  isHeader: (cells) => cells.includes('Ticker'),
  blank: '-',
};

/**
 * The daily holdings workbook of a State Street (SPDR) fund, on its first sheet: weights and shares, no market values.
 * The file does not say when it was published; the issuer puts it up on the morning after.
 */
export default defineSource({
  key: KEY,
  title: 'Daily holdings of a State Street (SPDR) fund',
  publisher: 'State Street',
  documentation: 'https://www.ssga.com/us/en/intermediary/etfs/spdr-sp-500-etf-trust-spy',
  terms: 'State Street restricts redistribution of the files and their contents; they may be downloaded for own use.',
  files: /\.xlsx$/i,
  precedence: 10,
  usualKnownOn: 'NEXT_SESSION',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const [sheet] = readWorkbook(KEY, bytes);
    if (sheet === undefined) throw SourceFormat.whole(KEY, 'the workbook has no sheet');
    const table = sheetTable(sheet, SHAPE, refusals);
    refuseLacking(KEY, SSGA_COLUMNS.filter((column) => !table.columns.includes(column)), table, sheet.name);
    const identity = ssgaIdentity(table.preamble, told, refusals);
    return holdingsReading(KEY, identity, readLines(table.rows, ssgaHolding), refusals);
  },
});
