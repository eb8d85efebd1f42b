import { AssetClass } from '../domain/assetClass';
import { percentToFraction } from '../domain/decimal';
import { identifiersOf } from '../domain/identifiers';
import type { HoldingLine } from './HoldingsReport';
import type { TableRow } from './TableRow';

/** The columns without which something would be lost; `SEDOL` is not read, and `Sector` is blank in all files seen. */
export const SSGA_COLUMNS = ['Name', 'Ticker', 'Identifier', 'Weight', 'Shares Held', 'Local Currency'];

/** A row of a State Street table as a holding. `Identifier` is a CUSIP of most, and State Street's own of the rest. */
export function ssgaHolding(row: TableRow): HoldingLine {
  const ticker = row.text('Ticker');
  const name = row.required('Name', 'a name');
  const identifier = row.text('Identifier');
  const percent = row.decimal('Weight');
  return {
    ticker,
    name,
    identifiers: identifiersOf({ cusip: identifier, isin: identifier }),
    assetClass: assetClassOf(ticker, name, identifier ?? ''),
    sector: row.text('Sector'),
    country: null,
    exchange: null,
    currency: row.text('Local Currency'),
    shares: row.decimal('Shares Held'),
    price: null,
    marketValue: null,
    notionalValue: null,
    publishedWeight: percent === null ? null : percentToFraction(percent),
  };
}

/** The format has no column for it: a share, unless the row proves something else. */
function assetClassOf(ticker: string | null, name: string, identifier: string): AssetClass {
  if (/\bMONEY (MARKET|MKT)\b/i.test(name)) return AssetClass.MONEY_MARKET;
  if (/\b(FUT|EMINI)\b|\s(MAR|JUN|SEP|DEC)\d\d$/i.test(name)) return AssetClass.FUTURE;
  const saysCash = /^(999[A-Z]{3}Z\d\d|CASH_[A-Z]{3})$/.test(identifier) || /^(US DOLLAR|CASH|[A-Z]{3} CASH)$/i.test(name);
  return ticker === null && saysCash ? AssetClass.CASH : AssetClass.EQUITY;
}
