import { SourceFormat } from '../../domain/errors';
import { checkHoldings } from '../checkHoldings';
import { defineSource } from '../defineSource';
import { isharesIdentity } from '../isharesIdentity';
import { isharesLayout } from '../isharesLayout';
import { holdingOf, sharesColumn } from '../isharesLines';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';

const KEY = 'ishares-holdings';

/**
 * The holdings CSV of an iShares fund's page. The file does not say when it was published; the
 * issuer puts it up on the morning after.
 */
export default defineSource({
  key: KEY,
  title: 'Daily holdings of an iShares fund',
  publisher: 'BlackRock (iShares)',
  documentation: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf',
  terms: 'BlackRock restricts redistribution of the files and their contents; they may be downloaded for own use.',
  files: /\.csv$/i,
  precedence: 10,
  usualKnownOn: 'NEXT_SESSION',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { preamble, table, headerLine } = isharesLayout(KEY, readText(KEY, bytes));
    const { fund, fundName, observedOn, sharesOutstanding } = isharesIdentity(preamble, told, refusals);
    const { columns, rows } = readCsv(table, { source: KEY, firstLine: headerLine, blank: '-' }, refusals);
    const shares = sharesColumn(KEY, columns, headerLine);

    const lines = rows.map((row) => ({ at: row.line, holding: holdingOf(row, shares) }));
    checkHoldings('the table', lines, refusals);
    refusals.throwIfAny();
    if (fund === null || observedOn === null) throw SourceFormat.whole(KEY, 'the file does not say its fund and day');
    const holdings = lines.map(({ holding }) => holding);
    const report = { fund, fundName, observedOn, knownOn: null, sharesOutstanding, lines: holdings };
    return { rowsRead: rows.length, reports: { holdings: [report] } };
  },
});
