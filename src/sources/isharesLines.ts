import { AssetClass } from '../domain/assetClass';
import { percentToFraction } from '../domain/decimal';
import { identifiersOf } from '../domain/identifiers';
import type { HoldingLine } from './HoldingsReport';
import { refuseLacking, type Table, type TableShape } from './Table';
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

/** Files of bond funds have no column Ticker. */
export const isharesHeader: Pick<TableShape, 'header' | 'isHeader'> = {
  header: 'the column Ticker, or Name and Asset Class',
  isHeader: (cells) => cells.includes('Ticker') || ['Name', 'Asset Class'].every((column) => cells.includes(column)),
};

/** @throws {SourceFormat} if a column is lacking without which nothing can be read. */
export function refuseLackingIn(source: string, table: Table): void {
  const has = (column: string): boolean => table.columns.includes(column);
  const isNamed = has('Ticker') || has('CUSIP') || has('ISIN');
  refuseLacking(source, [
    ...(isNamed ? [] : ['Ticker']),
    ...['Name', 'Asset Class'].filter((column) => !has(column)),
    ...(has('Market Value') || has('Weight (%)') ? [] : ['Market Value or Weight (%)']),
  ], table);
}

/** A row of the table. Units are counted by `Shares` until 2024, `Quantity` since; what bonds have in `Par Value` is none. */
export function isharesHolding(row: TableRow): HoldingLine {
  const percent = row.decimal('Weight (%)');
  return {
    ticker: row.text('Ticker'),
    name: row.required('Name', 'a name'),
    identifiers: identifiersOf({ cusip: row.text('CUSIP'), isin: row.text('ISIN') }),
    assetClass: ASSET_CLASSES.get(row.text('Asset Class')?.toLowerCase() ?? '') ?? AssetClass.OTHER,
    sector: row.text('Sector'),
    country: row.text('Location'),
    exchange: row.text('Exchange'),
    currency: row.text('Currency'),
    shares: row.decimal('Quantity') ?? row.decimal('Shares'),
    price: row.decimal('Price'),
    marketValue: row.decimal('Market Value'),
    notionalValue: row.decimal('Notional Value'),
    publishedWeight: percent === null ? null : percentToFraction(percent),
  };
}
