import { SourceFormat } from '../../domain/errors';
import { checkHoldings } from '../checkHoldings';
import { defineSource } from '../defineSource';
import { readWorkbook } from '../readWorkbook';
import { Refusals } from '../Refusals';
import { requireColumns, sheetTable } from '../sheetTable';
import { ssgaIdentity } from '../ssgaIdentity';
import { SSGA_COLUMNS, ssgaHolding } from '../ssgaLines';

const KEY = 'ssga-holdings';

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
    const table = sheetTable(sheet, { source: KEY, mark: 'Ticker', blank: '-' }, refusals);
    requireColumns(KEY, sheet.name, table, SSGA_COLUMNS);
    const { fund, fundName, observedOn } = ssgaIdentity(table.preamble, told, refusals);

    const lines = table.rows.map((row) => ({ at: row.line, holding: ssgaHolding(row) }));
    checkHoldings('the table', lines, refusals);
    refusals.throwIfAny();
    if (fund === null || observedOn === null) throw SourceFormat.whole(KEY, 'the file does not say its fund and day');
    const holdings = lines.map(({ holding }) => holding);
    const report = { fund, fundName, observedOn, knownOn: null, sharesOutstanding: null, lines: holdings };
    return { rowsRead: table.rows.length, reports: { holdings: [report] } };
  },
});
