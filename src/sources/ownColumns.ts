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
  const lacks = (column: string) => !columns.includes(column);
  const lacking = [
    ...(lacks('fund') && told.fund === undefined ? ['fund (or --fund IWM)'] : []),
    ...(lacks('observed_on') && told.observedOn === undefined ? ['observed_on (or --observed-on 2024-09-27)'] : []),
    ...others,
  ];
  if (lacking.length > 0) throw SourceFormat.whole(source, `these columns are lacking: ${lacking.join(', ')}`);
}
