import { SourceFormat } from '../../domain/errors';
import { addDays } from '../../domain/isoDate';
import { defineSource } from '../defineSource';
import { TICKER, dayIn, numberIn } from '../estimateCells';
import type { EstimateLine } from '../EstimatesReport';
import type { JsonObject } from '../JsonObject';
import { Refusals } from '../Refusals';
import { type RowsRead, rowsOf } from '../rowsOf';
import type { TableRow } from '../TableRow';
import type { Told } from '../tellable';

const KEY = 'alphavantage-earnings';

const COLUMNS = ['fiscalDateEnding', 'reportedDate', 'reportedEPS', 'estimatedEPS'];

/**
 * One company's quarters: earnings per share as reported and as expected, as Alpha Vantage answers them in JSON and as they
 * are kept in CSV. Its earnings are often street's, not a filing's, so that they are to be held against the estimate of the same row
 * alone. Both are restated for later splits, unevenly. Where there is no estimate it says `None`, and 0 for the surprise, which is not read.
 *
 * A file says how things stand on the day of its download, which it does not give. Where nobody tells that day, a row is taken to have been
 * known on the day of its report, and its estimate by itself on the day before: a consensus is what stood then.
 *
 * @source https://www.alphavantage.co/documentation/#earnings: `{ symbol, quarterlyEarnings: [{ fiscalDateEnding, reportedDate,
 *   reportedEPS, estimatedEPS, surprise, surprisePercentage, reportTime }] }`
 */
export default defineSource({
  key: KEY,
  title: 'Earnings per share, reported and expected',
  publisher: 'Alpha Vantage',
  documentation: 'https://www.alphavantage.co/documentation/#earnings',
  terms: 'For personal use under its terms of service; not to be passed on.',
  files: /^[A-Z][A-Z0-9.-]{0,9}\.(csv|json)$/,
  precedence: 10,
  usualKnownOn: { daysAfter: 0 },

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const read = rowsOf(KEY, bytes, 'quarterlyEarnings', COLUMNS, refusals);
    const ticker = tickerOf(read, told);
    const lines = read.rows.flatMap((row) => linesOf(row, ticker, told.knownOn !== undefined));
    refuseTwice(read.rows);
    refusals.throwIfAny();
    if (lines.length === 0) throw SourceFormat.whole(KEY, 'no row has an estimate or earnings');
    return { rowsRead: read.rows.length, reports: { estimates: [{ lines }] } };
  },
});

/** @throws {SourceFormat} if neither the file, its name nor the caller says, or two say otherwise. */
function tickerOf({ around }: RowsRead, { symbol, fileName = '' }: Told): string {
  const named = fileName.replace(/\.(csv|json)$/, '');
  const said = [around?.text('symbol') ?? undefined, symbol];
  const [ticker, another] = new Set(said.flatMap((one) => one?.toUpperCase() ?? []));
  if (another !== undefined) throw SourceFormat.whole(KEY, `the file is about ${ticker}, not about ${another} as was told`);
  if (ticker !== undefined) return ticker;
  if (TICKER.test(named)) return named;
  throw SourceFormat.whole(KEY, 'the file does not say which company: tell it, as in --symbol AAPL');
}

/** What a row says; the estimate by itself first, where it may be taken to have been known before. */
function linesOf(row: TableRow | JsonObject, ticker: string, isDated: boolean): readonly EstimateLine[] {
  const periodEnd = dayIn(row, 'fiscalDateEnding');
  const reportOn = dayIn(row, 'reportedDate');
  const [actual, estimate] = [numberIn(row, 'reportedEPS'), numberIn(row, 'estimatedEPS')];
  if (periodEnd === null || reportOn === null || (actual === null && estimate === null)) return [];
  const said = { ticker, name: null, cik: null, periodEnd, reportOn, estimate, currency: null, knownOn: null };
  const before = { ...said, actual: null, observedOn: actual === null ? null : addDays(reportOn, -1) };
  if (actual === null) return [before];
  const whole = { ...said, actual, observedOn: reportOn };
  return estimate === null || isDated ? [whole] : [before, whole];
}

function refuseTwice(rows: RowsRead['rows']): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const end = row.text('fiscalDateEnding');
    if (end === null) continue;
    if (seen.has(end)) row.refuse('fiscalDateEnding', `the quarter that ends on ${end} stands in the file already`);
    seen.add(end);
  }
}
