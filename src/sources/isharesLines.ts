import { AssetClass } from '../domain/assetClass';
import { percentToFraction } from '../domain/decimal';
import { SourceFormat } from '../domain/errors';
import { NO_IDENTIFIERS } from '../domain/identifiers';
import type { HoldingLine } from './HoldingsReport';
import type { TableRow } from './TableRow';

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
 * The column that counts units: `Shares` until 2024, `Quantity` since.
 * @throws {SourceFormat} if a column is lacking without which nothing can be read.
 */
export function sharesColumn(source: string, columns: readonly string[], line: number): string {
  const lacking = ['Ticker', 'Name', 'Asset Class'].filter((column) => !columns.includes(column));
  const weighable = columns.includes('Market Value') || columns.includes('Weight (%)');
  const expected = [...lacking, ...(weighable ? [] : ['Market Value or Weight (%)'])];
  if (expected.length > 0) {
    const reason = `expected the columns ${expected.join(', ')}, found ${columns.join(', ')}`;
    throw new SourceFormat(source, [{ line, column: null, reason }]);
  }
  return columns.includes('Quantity') ? 'Quantity' : 'Shares';
}

/** A row of the table as a holding. */
export function holdingOf(row: TableRow, shares: string): HoldingLine {
  const percent = row.decimal('Weight (%)');
  return {
    ticker: row.text('Ticker'),
    name: row.required('Name', 'a name'),
    identifiers: NO_IDENTIFIERS,
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
