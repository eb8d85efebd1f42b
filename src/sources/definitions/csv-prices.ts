import { type Closes } from '../../domain/closes';
import { ofTheFile } from '../../domain/errors';
import type { CloseOfDay, ClosesReport } from '../ClosesReport';
import { defineSource } from '../defineSource';
import { refuseLackingSymbol } from '../ownColumns';
import { ownCsv } from '../ownCsv';
import { knownOnIn, observedOnIn } from '../ownRows';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import { symbolIn } from '../symbolIn';
import type { TableRow } from '../TableRow';
import { type Told, tellable } from '../tellable';
import { refuseUnknownColumns } from '../unknownColumns';

const KEY = 'csv-prices';

/** The columns of one's own prices, as docs/csv-prices.md describes them. */
export const PRICE_COLUMNS = ['symbol', 'observed_on', 'known_on', 'close', 'closes'] as const;

/** One's own closing prices of any securities, day by day. */
export default defineSource({
  ...ownCsv(KEY),
  title: 'Your own closing prices CSV',
  precedence: 10,
  usualKnownOn: 'OWN_DAY',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    refuseUnknownColumns(KEY, columns, PRICE_COLUMNS);
    const lacks = (column: string) => !columns.includes(column);
    refuseLackingSymbol(KEY, columns, told, [
      ...(lacks('close') ? ['close'] : []),
      ...(lacks('closes') && told.closes === undefined ? [`closes (or --closes ${tellable.closes.example})`] : []),
    ]);
    if (rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));
    const closes = reportsOf(rows, told);
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { closes } };
  },
});

/** The closes of each symbol and kind, in the order of the file. Refuses a day that one has twice. */
function reportsOf(rows: readonly TableRow[], told: Told): readonly ClosesReport[] {
  const reports = new Map<string, ClosesReport & { readonly days: CloseOfDay[] }>();
  const lines = new Map<string, number>();
  for (const row of rows) {
    const symbol = symbolIn(row, told.symbol);
    const closes = closesIn(row, told.closes);
    const day = dayOf(row, told);
    if (symbol === null || closes === null || day === null) continue;
    const report = reports.get(`${symbol} ${closes}`) ?? { symbol, closes, days: [] };
    const place = `${symbol} ${closes} ${day.observedOn}`;
    const first = lines.get(place);
    if (first !== undefined) row.refuse('observed_on', `${symbol} on ${day.observedOn} stands on line ${first} already`);
    lines.set(place, first ?? row.line);
    report.days.push(day);
    reports.set(`${symbol} ${closes}`, report);
  }
  return [...reports.values()];
}

function closesIn(row: TableRow, told: Closes | undefined): Closes | null {
  const said = row.read('closes', tellable.closes.expected, tellable.closes.parse);
  if (said !== null && told !== undefined && said !== told) row.refuse('closes', `expected ${told} as was told, found "${said}"`);
  if (row.text('closes') === null && told === undefined) row.refuse('closes', `expected ${tellable.closes.expected}, found nothing`);
  return said ?? told ?? null;
}

/** Null only where the day or its close was refused. */
function dayOf(row: TableRow, told: Told): CloseOfDay | null {
  const observedOn = observedOnIn(row, told.observedOn);
  const close = row.positive('close');
  if (row.text('close') === null) row.refuse('close', 'expected a number above zero, found nothing');
  return observedOn === null || close === null ? null : { observedOn, knownOn: knownOnIn(row, observedOn), close };
}
