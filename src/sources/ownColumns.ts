import { SourceFormat } from '../domain/errors';
import type { Told } from './tellable';
import { refuseUnknownColumns } from './unknownColumns';

/** The columns of one's own holdings CSV, as docs/csv-holdings.md describes them. */
export const OWN_COLUMNS = [
  'fund',
  'observed_on',
  'known_on',
  'ticker',
  'name',
  'asset_class',
  'sector',
  'country',
  'exchange',
  'currency',
  'shares',
  'price',
  'market_value',
  'notional_value',
  'weight',
  'shares_outstanding',
  'fund_name',
] as const;

/**
 * @throws {SourceFormat} if a column is unknown, or one is lacking that is needed.
 */
export function checkOwnColumns(source: string, columns: readonly string[], told: Told): void {
  refuseUnknownColumns(source, columns, OWN_COLUMNS);
  const lacks = (column: string) => !columns.includes(column);
  refuseLackingColumns(source, columns, told, [
    ...(lacks('name') ? ['name'] : []),
    ...(lacks('market_value') && lacks('weight') ? ['market_value or weight'] : []),
  ]);
}

/**
 * One's own file says which fund and day each row is about, unless that was told.
 * @throws {SourceFormat} if it does not, or anything else is lacking.
 */
export function refuseLackingColumns(source: string, columns: readonly string[], told: Told, others: readonly string[]): void {
  const saysFund = columns.includes('fund') || told.fund !== undefined;
  refuseAnyLacking(source, [...(saysFund ? [] : ['fund (or --fund IWM)']), ...lackingDay(columns, told), ...others]);
}

/** The same of a symbol and day. */
export function refuseLackingSymbol(source: string, columns: readonly string[], told: Told, others: readonly string[]): void {
  const saysSymbol = columns.includes('symbol') || told.symbol !== undefined;
  refuseAnyLacking(source, [...(saysSymbol ? [] : ['symbol (or --symbol IWM)']), ...lackingDay(columns, told), ...others]);
}

const lackingDay = (columns: readonly string[], told: Told): readonly string[] =>
  columns.includes('observed_on') || told.observedOn !== undefined ? [] : ['observed_on (or --observed-on 2024-09-27)'];

function refuseAnyLacking(source: string, lacking: readonly string[]): void {
  if (lacking.length > 0) throw SourceFormat.whole(source, `these columns are lacking: ${lacking.join(', ')}`);
}
