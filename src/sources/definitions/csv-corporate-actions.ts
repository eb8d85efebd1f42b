import { CorporateActionKind } from '../../domain/corporateActions';
import { type Decimal, parseDecimal } from '../../domain/decimal';
import { ofTheFile } from '../../domain/errors';
import type { ActionReport, CorporateActionsReport } from '../CorporateActionsReport';
import { defineSource } from '../defineSource';
import { refuseLackingSymbol } from '../ownColumns';
import { ownCsv } from '../ownCsv';
import { knownOnIn, observedOnIn } from '../ownRows';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import { symbolIn } from '../symbolIn';
import type { TableRow } from '../TableRow';
import type { Told } from '../tellable';
import { refuseUnknownColumns } from '../unknownColumns';

const KEY = 'csv-corporate-actions';

/** The columns of one's own corporate actions, as docs/csv-corporate-actions.md describes them. */
export const ACTION_COLUMNS = ['symbol', 'kind', 'observed_on', 'known_on', 'ratio', 'amount', 'currency', 'delisting_return'] as const;

/** The column that says how much; what each other kind has is left empty. */
const MEASURES: Readonly<Record<CorporateActionKind, string>> = { SPLIT: 'ratio', DIVIDEND: 'amount', DELISTING: 'delisting_return' };

/** One's own splits, dividends and delistings of any securities. */
export default defineSource({
  ...ownCsv(KEY),
  title: 'Your own splits, dividends and delistings CSV',
  precedence: 10,
  usualKnownOn: 'OWN_DAY',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    refuseUnknownColumns(KEY, columns, ACTION_COLUMNS);
    refuseLackingSymbol(KEY, columns, told, columns.includes('kind') ? [] : ['kind']);
    if (rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));
    const corporateActions = reportsOf(rows, told);
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { corporateActions } };
  },
});

/** The actions of each symbol, in the order of the file. Refuses a kind that one has twice on a day. */
function reportsOf(rows: readonly TableRow[], told: Told): readonly CorporateActionsReport[] {
  const reports = new Map<string, ActionReport[]>();
  const lines = new Map<string, number>();
  for (const row of rows) {
    const symbol = symbolIn(row, told.symbol);
    const action = actionOf(row, told);
    if (symbol === null || action === null) continue;
    const place = `${symbol} ${action.kind} ${action.observedOn}`;
    const first = lines.get(place);
    if (first !== undefined) row.refuse('observed_on', `${action.kind} of ${symbol} on ${action.observedOn} stands on line ${first} already: add up what was paid on one day`);
    lines.set(place, first ?? row.line);
    reports.set(symbol, [...(reports.get(symbol) ?? []), action]);
  }
  return [...reports].map(([symbol, actions]) => ({ symbol, actions }));
}

/** Null only where the kind or day was refused. */
function actionOf(row: TableRow, told: Told): ActionReport | null {
  const kind = row.read('kind', KINDS, kindNamed);
  if (row.text('kind') === null) row.refuse('kind', `expected ${KINDS}, found nothing`);
  const observedOn = observedOnIn(row, told.observedOn);
  if (kind === null || observedOn === null) return null;
  for (const other of Object.values(CorporateActionKind)) {
    const column = MEASURES[other];
    if (other !== kind && row.text(column) !== null) row.refuse(column, `only a ${other} has it, and this is a ${kind}`);
  }
  const currency = row.read('currency', 'a currency of three letters such as USD', (text) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined));
  if (currency !== null && kind !== CorporateActionKind.DIVIDEND) row.refuse('currency', `only a DIVIDEND has it, and this is a ${kind}`);
  return {
    ...{ kind, observedOn, knownOn: knownOnIn(row, observedOn), currency },
    ratio: kind === CorporateActionKind.SPLIT ? above(row, 'ratio') : null,
    amount: kind === CorporateActionKind.DIVIDEND ? above(row, 'amount') : null,
    delistingReturn: kind === CorporateActionKind.DELISTING ? row.read('delisting_return', 'a fraction not below -1', lossIn) : null,
  };
}

const kindNamed = (text: string): CorporateActionKind | undefined =>
  ({ SPLIT: CorporateActionKind.SPLIT, DIVIDEND: CorporateActionKind.DIVIDEND, DELISTING: CorporateActionKind.DELISTING })[text.toUpperCase()];

const KINDS = `one of ${Object.values(CorporateActionKind).join(', ')}`;

/** A number above zero, which must be there. */
function above(row: TableRow, column: string): Decimal | null {
  if (row.text(column) === null) row.refuse(column, 'expected a number above zero, found nothing');
  return row.positive(column);
}

function lossIn(text: string): Decimal | undefined {
  const number = parseDecimal(text);
  return number !== undefined && Number(number) >= -1 ? number : undefined;
}
