import { AssetClass } from '../domain/assetClass';
import { percentToFraction } from '../domain/decimal';
import { NO_IDENTIFIERS, parseCusip } from '../domain/identifiers';
import type { HoldingLine } from './HoldingsReport';
import type { TableRow } from './TableRow';

/** The columns without which something would be lost; `SEDOL` is not read, and `Sector` is blank in all files seen. */
export const SSGA_COLUMNS = ['Name', 'Ticker', 'Identifier', 'Weight', 'Shares Held', 'Local Currency'];

/** A row of a State Street table as a holding. */
export function ssgaHolding(row: TableRow): HoldingLine {
  const ticker = row.text('Ticker');
  const name = row.required('Name', 'a name');
  const identifier = row.text('Identifier') ?? '';
  const percent = row.decimal('Weight');
  return {
    ticker,
    name,
    identifiers: { ...NO_IDENTIFIERS, cusip: publicCusip(identifier) },
    assetClass: assetClassOf(ticker, name, identifier),
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

/**
 * The CUSIP of a security that others know by it. State Street's own numbers, such as `999USDZ92` of its dollars, have
 * a sound check digit too.
 * @source CUSIP Global Services: issuer numbers from 990 are for a user's own use.
 */
const publicCusip = (identifier: string): string | null =>
  identifier.startsWith('99') ? null : (parseCusip(identifier) ?? null);

/** The format has no column for it: a share, unless the row proves something else. */
function assetClassOf(ticker: string | null, name: string, identifier: string): AssetClass {
  if (/\bMONEY (MARKET|MKT)\b/i.test(name)) return AssetClass.MONEY_MARKET;
  if (/\b(FUT|EMINI)\b|\s(MAR|JUN|SEP|DEC)\d\d$/i.test(name)) return AssetClass.FUTURE;
  const saysCash = /^(999[A-Z]{3}Z\d\d|CASH_[A-Z]{3})$/.test(identifier) || /^(US DOLLAR|CASH|[A-Z]{3} CASH)$/i.test(name);
  return ticker === null && saysCash ? AssetClass.CASH : AssetClass.EQUITY;
}
