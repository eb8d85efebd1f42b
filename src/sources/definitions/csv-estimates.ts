import { CIK_EXPECTED, parseCik } from '../../domain/cik';
import { SourceFormat, ofTheFile } from '../../domain/errors';
import { fiscalMonth } from '../../domain/fiscalMonth';
import { type IsoDate, parseIsoDate } from '../../domain/isoDate';
import { defineSource } from '../defineSource';
import type { EstimateLine } from '../EstimatesReport';
import { dayIn } from '../estimateCells';
import { ownCsv } from '../ownCsv';
import { knownOnIn } from '../ownRows';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import { symbolIn } from '../symbolIn';
import type { TableRow } from '../TableRow';
import type { Told } from '../tellable';
import { refuseUnknownColumns } from '../unknownColumns';

const KEY = 'csv-estimates';

/** The columns of one's own estimates, as docs/csv-estimates.md describes them. */
export const ESTIMATE_COLUMNS = ['symbol', 'period_end', 'report_on', 'estimate', 'actual', 'known_on', 'currency', 'name', 'cik'] as const;

/** One's own estimates of any companies' earnings per share, what was then reported, and when reports are expected. */
export default defineSource({
  ...ownCsv(KEY),
  title: 'Your own estimates CSV',
  precedence: 30,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    refuseUnknownColumns(KEY, columns, ESTIMATE_COLUMNS);
    refuseLacking(columns, told);
    if (rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));
    const lines = rows.flatMap((row) => lineOf(row, told) ?? []);
    refuseTwice(rows, told);
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { estimates: [{ lines }] } };
  },
});

/** @throws {SourceFormat} */
function refuseLacking(columns: readonly string[], told: Told): void {
  const lacks = (column: string) => !columns.includes(column);
  const lacking = [
    ...(lacks('symbol') && told.symbol === undefined ? ['symbol (or --symbol AAPL)'] : []),
    ...(lacks('period_end') ? ['period_end'] : []),
    ...(lacks('estimate') && lacks('actual') && lacks('report_on') ? ['estimate, actual or report_on'] : []),
  ];
  if (lacking.length > 0) throw SourceFormat.whole(KEY, `these columns are lacking: ${lacking.join(', ')}`);
}

/** Null only where something was refused. */
function lineOf(row: TableRow, told: Told): EstimateLine | null {
  const [ticker, periodEnd] = [symbolIn(row, told.symbol), dayIn(row, 'period_end')];
  const reportOn = row.read('report_on', 'a day written YYYY-MM-DD', parseIsoDate);
  const [estimate, actual] = [row.decimal('estimate'), row.decimal('actual')];
  if (['estimate', 'actual', 'report_on'].every((column) => row.text(column) === null)) row.refuse(null, 'expected an estimate, an actual or a day of the report, found none');
  if (actual !== null && reportOn === null) row.refuse('report_on', 'expected the day on which the actual was reported, found nothing');
  const knownOn = knownOnOf(row, actual === null ? null : reportOn);
  if (ticker === null || periodEnd === null) return null;
  return {
    ...{ ticker, name: row.text('name'), cik: row.read('cik', CIK_EXPECTED, parseCik), periodEnd, reportOn, estimate, actual },
    ...{ currency: row.text('currency'), observedOn: actual === null ? knownOn : reportOn, knownOn },
  };
}

/** The day the row says it could first be read; what was reported, not before its report. */
const knownOnOf = (row: TableRow, reportedOn: IsoDate | null): IsoDate | null =>
  reportedOn === null ? row.read('known_on', 'a day written YYYY-MM-DD', parseIsoDate) : knownOnIn(row, reportedOn);

/** One period may stand in several rows, each of another day. */
function refuseTwice(rows: readonly TableRow[], told: Told): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const end = parseIsoDate(row.text('period_end') ?? '');
    if (end === undefined) continue;
    const fact = [row.text('symbol')?.toUpperCase() ?? told.symbol, fiscalMonth(end), row.text('known_on'), row.text('actual') === null].join(' ');
    const line = seen.get(fact);
    if (line === undefined) seen.set(fact, row.line);
    else row.refuse('period_end', `the period and day stand on line ${line} already`);
  }
}
