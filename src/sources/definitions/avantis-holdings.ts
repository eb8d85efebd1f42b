import { SourceFormat } from '../../domain/errors';
import { avantisIdentity } from '../avantisIdentity';
import { avantisLayout } from '../avantisLayout';
import { avantisColumns, avantisLine } from '../avantisLines';
import { checkHoldings } from '../checkHoldings';
import { defineSource } from '../defineSource';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';

const KEY = 'avantis-holdings';

/**
 * The holdings CSV that the page of an Avantis fund makes of what it shows ("All Holdings").
 *
 * @source avantisinvestors.com, which does not document it, as public programs that read it describe it: some lines with
 *   the fund and `As of date,05/21/2026`; the columns COMPANY, TICKER, SECURITY TYPE, CUSIP, ISIN, SEDOL,
 *   SHARES/PRINCIPAL/ NOTIONAL AMOUNT, MARKET VALUE ($) and WEIGHT, with a percent sign; and the page's own list,
 *   whose fields are name, ticker, securityType, cusip, isin, shareQuantity, baseMarketValue, weight, sector, country.
 */
export default defineSource({
  key: KEY,
  title: 'Daily holdings of an Avantis fund',
  publisher: 'American Century (Avantis)',
  documentation: 'https://www.avantisinvestors.com/avantis-investments/avantis-us-small-cap-equity-etf/',
  terms: 'American Century restricts redistribution of the contents of its site; they may be downloaded for own use.',
  files: /\.csv$/i,
  precedence: 10,
  usualKnownOn: 'NEXT_SESSION',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { preamble, table, headerLine } = avantisLayout(KEY, readText(KEY, bytes));
    const { fund, fundName, observedOn } = avantisIdentity(preamble, told, refusals);
    const { columns, rows } = readCsv(table, { source: KEY, firstLine: headerLine, blank: '-' }, refusals);
    const fields = avantisColumns(KEY, columns, headerLine);

    const lines = rows.map((row) => ({ at: row.line, holding: avantisLine(row, fields) }));
    checkHoldings('the table', lines, refusals);
    refusals.throwIfAny();
    if (fund === null || observedOn === null) throw SourceFormat.whole(KEY, 'the file does not say its fund and day');
    const holdings = lines.map(({ holding }) => holding);
    const report = { fund, fundName, observedOn, knownOn: null, sharesOutstanding: null, lines: holdings };
    return { rowsRead: rows.length, reports: { holdings: [report] } };
  },
});
