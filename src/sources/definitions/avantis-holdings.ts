import { readLines } from '../checkHoldings';
import { avantisIdentity } from '../avantisIdentity';
import { avantisColumns, avantisLine } from '../avantisLines';
import { csvTable } from '../csvTable';
import { defineSource } from '../defineSource';
import { holdingsReading } from '../holdingsReading';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import type { TableShape } from '../Table';

const KEY = 'avantis-holdings';

const SHAPE: TableShape = {
  source: KEY,
  header: 'the columns COMPANY, TICKER and WEIGHT',
  isHeader: (cells) => [/^ticker$/i, /weight|market ?value|net assets/i].every((name) => cells.some((cell) => name.test(cell))),
  blank: '-',
};

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
    const table = csvTable(readText(KEY, bytes), SHAPE, refusals);
    const fields = avantisColumns(KEY, table);
    const identity = avantisIdentity(table.preamble, told, refusals);
    return holdingsReading(KEY, identity, readLines(table.rows, (row) => avantisLine(row, fields)), refusals);
  },
});
