import { defineSource } from '../defineSource';
import { downloadDay } from '../downloadDay';
import { dayIn, numberIn, tickerIn } from '../estimateCells';
import type { EstimateLine } from '../EstimatesReport';
import type { IsoDate } from '../../domain/isoDate';
import { Refusals } from '../Refusals';
import { type RowsRead, rowsOf } from '../rowsOf';

const KEY = 'alphavantage-calendar';

const COLUMNS = ['symbol', 'name', 'reportDate', 'fiscalDateEnding', 'estimate', 'currency'];

/**
 * Which companies are expected to report on which day, with the consensus where there is one, as Alpha Vantage answers in CSV and as it is kept
 * in JSON. It is about the day of its download, which it does not say: that day stands in the file's name or is told.
 *
 * @source https://www.alphavantage.co/documentation/#earnings-calendar: symbol, name, reportDate, fiscalDateEnding, estimate, currency
 */
export default defineSource({
  key: KEY,
  title: 'Calendar of coming earnings reports',
  publisher: 'Alpha Vantage',
  documentation: 'https://www.alphavantage.co/documentation/#earnings-calendar',
  terms: 'For personal use under its terms of service; not to be passed on.',
  files: /^(earnings_)?calendar.*\.(csv|json)$/i,
  precedence: 20,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const day = downloadDay(KEY, told);
    const { rows } = rowsOf(KEY, bytes, 'earningsCalendar', COLUMNS, refusals);
    const lines = rows.flatMap((row) => lineOf(row, day) ?? []);
    refuseTwice(rows);
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { estimates: [{ lines }] } };
  },
});

/** Null only where something was refused. */
function lineOf(row: RowsRead['rows'][number], day: IsoDate | null): EstimateLine | null {
  const [ticker, periodEnd, reportOn] = [tickerIn(row, 'symbol'), dayIn(row, 'fiscalDateEnding'), dayIn(row, 'reportDate')];
  const estimate = numberIn(row, 'estimate');
  if (ticker === null || periodEnd === null || reportOn === null) return null;
  return {
    ...{ ticker, periodEnd, reportOn, estimate, name: row.text('name'), currency: row.text('currency') },
    ...{ cik: null, actual: null, observedOn: day, knownOn: day },
  };
}

function refuseTwice(rows: RowsRead['rows']): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const period = `${row.text('symbol')} for the period that ends on ${row.text('fiscalDateEnding')}`;
    if (seen.has(period)) row.refuse('symbol', `${period} stands in the file already`);
    seen.add(period);
  }
}
