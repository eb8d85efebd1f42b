import { SourceFormat, ofTheFile } from '../../domain/errors';
import { type IsoDate, parseIsoDate } from '../../domain/isoDate';
import { dayInName } from '../dayInName';
import { defineSource } from '../defineSource';
import { parseJsonDecimal } from '../JsonObject';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import { isSeriesCode } from '../seriesCode';
import type { SeriesReport, SeriesValue } from '../SeriesReport';
import type { TableRow } from '../TableRow';

const KEY = 'fred-md';

const DATE = 'sasdate';

/** What stands before the codes; a colon follows, or none. */
const TRANSFORM = /^transform:?$/i;

/**
 * A vintage of FRED-MD: some 130 monthly series in one CSV, a column each, `sasdate` and then their codes at FRED. The first row below
 * the header says how each is to be made stationary; the values are levels. FRED-MD joins or adjusts some series and ends their
 * names in `x`: they are series of their own. Columns that are no codes (`S&P 500`) are passed over.
 *
 * A file is named by its month, `2024-09.csv`, which is no day: its day is told, or it is first seen when it is loaded.
 *
 * @source McCracken and Ng, "FRED-MD: A Monthly Database for Macroeconomic Research" (2016), and the page of its files,
 *   https://www.stlouisfed.org/research/economists/mccracken/fred-databases
 */
export default defineSource({
  key: KEY,
  title: 'FRED-MD: a monthly vintage of some 130 series',
  publisher: 'Federal Reserve Bank of St. Louis (FRED-MD)',
  documentation: 'https://www.stlouisfed.org/research/economists/mccracken/fred-databases',
  terms: "FRED's terms of use apply, and of series with a copyright their owners'; most may be cited with their source.",
  files: /\.csv$/i,
  precedence: 25,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    const [date, ...others] = columns;
    const [codes, ...months] = rows;
    if (date?.toLowerCase() !== DATE || codes === undefined || !TRANSFORM.test(codes.text(date) ?? '')) {
      throw SourceFormat.whole(KEY, 'expected a header that begins with sasdate, and below it a row that begins with Transform:');
    }
    const series = others.filter(isSeriesCode);
    for (const column of series) codes.read(column, 'a transformation code from 1 to 7', (text) => (/^[1-7](\.0*)?$/.test(text) ? text : undefined));
    if (series.length === 0 || months.length === 0) refusals.add(ofTheFile('there is no series, or no month'));
    const days = months.map((row) => ({ row, observedOn: row.required(date, 'a day') === '' ? null : row.read(date, 'a first of a month, such as 1/1/1959', firstOfMonth) }));
    refuseTwice(days, date);
    const knownOn = dayInName(KEY, told.fileName ?? '');
    const reports = series.flatMap((column): SeriesReport[] => {
      const values = withoutEnds(days.flatMap(({ row, observedOn }) => {
        const value = row.read(column, 'a number', parseJsonDecimal);
        return observedOn === null ? [] : { observedOn, value, first: 0, last: 0 };
      }));
      return values.length === 0 ? [] : [{ series: column.toUpperCase(), vintages: [knownOn], values }];
    });
    refusals.throwIfAny();
    return { rowsRead: months.length, reports: { series: reports } };
  },
});

/** A day as FRED-MD writes it, `1/1/1959`, or as others do. */
function firstOfMonth(text: string): IsoDate | undefined {
  const [, month = '', year = ''] = /^(\d{1,2})\/1\/(\d{4})$/.exec(text) ?? [];
  return parseIsoDate(year === '' ? text : `${year}-${month.padStart(2, '0')}-01`);
}

/** Without the empty months before a series begins and after it ends: those between are missing values. */
function withoutEnds(values: readonly SeriesValue[]): readonly SeriesValue[] {
  const present = values.map(({ value }) => value !== null);
  return values.slice(Math.max(present.indexOf(true), 0), present.lastIndexOf(true) + 1);
}

function refuseTwice(days: readonly { readonly row: TableRow; readonly observedOn: IsoDate | null }[], column: string): void {
  const seen = new Set<IsoDate>();
  for (const { row, observedOn } of days) {
    if (observedOn !== null && seen.has(observedOn)) row.refuse(column, `${observedOn} stands above already`);
    if (observedOn !== null) seen.add(observedOn);
  }
}
