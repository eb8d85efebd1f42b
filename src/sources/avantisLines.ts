import { AssetClass } from '../domain/assetClass';
import { type Decimal, parseDecimal, percentToFraction } from '../domain/decimal';
import { SourceFormat } from '../domain/errors';
import { identifiersOf } from '../domain/identifiers';
import { assetClassIn } from './assetClassIn';
import type { HoldingLine } from './HoldingsReport';
import { refuseLacking, type Table } from './Table';
import type { TableRow } from './TableRow';

/** What each column may be called, in small letters and digits alone. */
const NAMES = {
  name: ['company', 'companyname', 'name', 'securityname', 'holding'],
  ticker: ['ticker', 'symbol'],
  type: ['securitytype', 'type', 'assetclass'],
  cusip: ['cusip'],
  isin: ['isin'],
  sedol: ['sedol'],
  amount: ['sharesprincipalnotionalamount', 'sharesprincipalamount', 'sharequantity', 'shares', 'quantity'],
  marketValue: ['marketvalue', 'basemarketvalue'],
  weight: ['weight', 'ofnetassets'],
  sector: ['sector'],
  country: ['country'],
} as const;

type Field = keyof typeof NAMES;

/** Under which name the file has each field that it has. */
export type AvantisColumns = Readonly<Partial<Record<Field, string>>>;

/**
 * @throws {SourceFormat} if a column is lacking without which holdings cannot be read, or two columns are the same field.
 */
export function avantisColumns(source: string, table: Table): AvantisColumns {
  const found = Object.entries(NAMES).map(([field, names]) => ({
    field,
    columns: table.columns.filter((column) => names.some((name) => name === plain(column))),
  }));
  for (const { columns: same } of found) {
    if (same.length <= 1) continue;
    const reason = `the columns ${same.join(' and ')} mean the same`;
    throw new SourceFormat(source, [{ line: table.headerLine, column: null, reason }]);
  }
  const byField: AvantisColumns = Object.fromEntries(found.map(({ field, columns: [column] }) => [field, column]));
  const has = (field: Field): boolean => byField[field] !== undefined;
  refuseLacking(source, [
    ...(has('name') ? [] : ['COMPANY']),
    ...(has('ticker') ? [] : ['TICKER']),
    ...(has('type') ? [] : ['SECURITY TYPE']),
    ...(has('amount') ? [] : ['SHARES/PRINCIPAL/ NOTIONAL AMOUNT']),
    ...(has('marketValue') || has('weight') ? [] : ['MARKET VALUE ($) or WEIGHT']),
  ], table);
  return byField;
}

const plain = (column: string): string => column.toLowerCase().replaceAll(/[^a-z]/g, '');

const DERIVATIVES = [AssetClass.FUTURE, AssetClass.FORWARD, AssetClass.SWAP, AssetClass.OPTION];

/**
 * A row of the table. Values are in US dollars. One column counts the shares of shares, the principal of bonds, which
 * counts nothing and is left out, and the notional amount of derivatives.
 */
export function avantisLine(row: TableRow, columns: AvantisColumns): HoldingLine {
  const read = <T>(field: Field, of: (column: string) => T | null): T | null => {
    const column = columns[field];
    return column === undefined ? null : of(column);
  };
  const text = (field: Field): string | null => read(field, (column) => row.text(column));
  const number = (field: Field): Decimal | null => read(field, (column) => row.read(column, 'a number', parseAmount));
  const percent = number('weight');
  const name = row.required(columns.name ?? '', 'a name');
  const assetClass = assetClassOf(text('type'), name);
  const amount = number('amount');
  const isNotional = DERIVATIVES.includes(assetClass);
  return {
    ticker: text('ticker'),
    name,
    identifiers: identifiersOf({ cusip: realCusip(text('cusip'), text('sedol')), isin: text('isin') }),
    assetClass,
    sector: text('sector'),
    country: text('country'),
    exchange: null,
    currency: 'USD',
    shares: isNotional || assetClass === AssetClass.FIXED_INCOME ? null : amount,
    price: null,
    marketValue: number('marketValue'),
    notionalValue: isNotional ? amount : null,
    publishedWeight: percent === null ? null : percentToFraction(percent),
  };
}

/** Foreign shares have no CUSIP, and are given their SEDOL with two signs behind it, whose check digit may fit. */
const realCusip = (text: string | null, sedol: string | null): string | null =>
  sedol !== null && text?.startsWith(sedol.slice(0, 6)) === true ? null : text;

/** Currencies have no type, and are told by their names: `US DOLLAR`. */
function assetClassOf(type: string | null, name: string): AssetClass {
  if (type === null) return /\b(dollar|cash|currency|euro|yen|pound)\b/i.test(name) ? AssetClass.CASH : AssetClass.OTHER;
  return assetClassIn(type) ?? AssetClass.OTHER;
}

/** Reads a number, with or without a dollar or a percent sign. */
const parseAmount = (text: string): Decimal | undefined => parseDecimal(text.replace(/^(-?)\$/, '$1').replace(/\s*%$/, ''));
