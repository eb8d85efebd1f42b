import { AssetClass } from '../../domain/assetClass';
import { percentToFraction } from '../../domain/decimal';
import { SourceFormat } from '../../domain/errors';
import { checkHoldings } from '../checkHoldings';
import type { CsvRow } from '../CsvRow';
import { defineSource } from '../defineSource';
import type { HoldingLine } from '../HoldingsReport';
import { isharesIdentity } from '../isharesIdentity';
import { isharesLayout } from '../isharesLayout';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';

const KEY = 'ishares-holdings';

const ASSET_CLASSES: ReadonlyMap<string, AssetClass> = new Map([
  ['equity', AssetClass.EQUITY],
  ['fixed income', AssetClass.FIXED_INCOME],
  ['fund', AssetClass.FUND],
  ['mutual fund', AssetClass.FUND],
  ['money market', AssetClass.MONEY_MARKET],
  ['cash', AssetClass.CASH],
  ['cash collateral and margins', AssetClass.CASH_COLLATERAL],
  ['futures', AssetClass.FUTURE],
  ['forwards', AssetClass.FORWARD],
  ['fx', AssetClass.FORWARD],
  ['swaps', AssetClass.SWAP],
  ['options', AssetClass.OPTION],
  ['commodity', AssetClass.COMMODITY],
]);

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
    const shares = sharesColumn(columns, headerLine);

    const lines = rows.map((row) => ({ at: row.line, holding: lineOf(row, shares) }));
    checkHoldings('the table', lines, refusals);
    refusals.throwIfAny();
    if (fund === null || observedOn === null) throw SourceFormat.whole(KEY, 'the file does not say its fund and day');
    const holdings = lines.map(({ holding }) => holding);
    const report = { fund, fundName, observedOn, knownOn: null, sharesOutstanding, lines: holdings };
    return { rowsRead: rows.length, reports: [report] };
  },
});

/** The column that counts units: `Shares` until 2024, `Quantity` since. */
function sharesColumn(columns: readonly string[], line: number): string {
  const lacking = ['Ticker', 'Name', 'Asset Class'].filter((column) => !columns.includes(column));
  const weighable = columns.includes('Market Value') || columns.includes('Weight (%)');
  const expected = [...lacking, ...(weighable ? [] : ['Market Value or Weight (%)'])];
  if (expected.length > 0) {
    const reason = `expected the columns ${expected.join(', ')}, found ${columns.join(', ')}`;
    throw new SourceFormat(KEY, [{ line, column: null, reason }]);
  }
  return columns.includes('Quantity') ? 'Quantity' : 'Shares';
}

function lineOf(row: CsvRow, shares: string): HoldingLine {
  const percent = row.decimal('Weight (%)');
  return {
    ticker: row.text('Ticker'),
    name: row.required('Name', 'a name'),
    assetClass: ASSET_CLASSES.get(row.text('Asset Class')?.toLowerCase() ?? '') ?? AssetClass.OTHER,
    sector: row.text('Sector'),
    country: row.text('Location'),
    exchange: row.text('Exchange'),
    currency: row.text('Currency'),
    shares: row.decimal(shares),
    price: row.decimal('Price'),
    marketValue: row.decimal('Market Value'),
    notionalValue: row.decimal('Notional Value'),
    publishedWeight: percent === null ? null : percentToFraction(percent),
  };
}
