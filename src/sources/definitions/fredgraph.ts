import { SourceFormat, ofTheFile } from '../../domain/errors';
import type { Decimal } from '../../domain/decimal';
import { type IsoDate, parseIsoDate } from '../../domain/isoDate';
import { dayInName } from '../dayInName';
import { defineSource } from '../defineSource';
import { parseJsonDecimal } from '../JsonObject';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import { isSeriesCode, seriesOf } from '../seriesCode';
import type { SeriesReport } from '../SeriesReport';
import type { TableRow } from '../TableRow';

const KEY = 'fredgraph';

const DATE_COLUMN = /^(date|observation_date)$/i;

/** What a re-saved file calls the column of a series that it does not name. */
const UNNAMED = /^value$/i;

/**
 * Series as `fred.stlouisfed.org/graph/fredgraph.csv?id=UNRATE` gives them: `DATE,UNRATE` with `.` for a missing value until 2024,
 * `observation_date,UNRATE` with an empty field since; or saved again as `date,value`. A day in the file's name is that of the download:
 * so a directory of `UNRATE.2026-04-03.csv` is one of vintages. Without it nobody knows since when the file could be read, unless it is told.
 *
 * Where several series stand in one file an empty field is no missing value: they need not have the same frequency.
 *
 * @source https://fred.stlouisfed.org/graph/fredgraph.csv?id=UNRATE
 */
export default defineSource({
  key: KEY,
  title: 'Graph CSV of FRED',
  publisher: 'Federal Reserve Bank of St. Louis (FRED)',
  documentation: 'https://fred.stlouisfed.org/series/UNRATE',
  terms: "FRED's terms of use apply, and of series with a copyright their owners'; most may be cited with their source.",
  files: /\.csv$/i,
  precedence: 20,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '.' }, refusals);
    const [date, ...series] = columns;
    if (date === undefined || !DATE_COLUMN.test(date) || series.length === 0 || !series.every(isSeriesCode)) {
      throw SourceFormat.whole(KEY, `expected the columns DATE or observation_date and one or more series, found ${columns.join(', ').slice(0, 200)}`);
    }
    if (rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));
    const days = rows.map((row) => ({ row, observedOn: dayOf(row, date) }));
    refuseTwice(days, date);
    const knownOn = dayInName(KEY, told.fileName ?? '');
    const reports = series.flatMap((column): SeriesReport[] => {
      const code = seriesOf(UNNAMED.test(column) && series.length === 1 ? null : column, series.length === 1 ? told : {}, refusals);
      const values = days.flatMap(({ row, observedOn }) => {
        const value = numberIn(row, column);
        const isLeftOut = value === null && series.length > 1;
        return observedOn === null || isLeftOut ? [] : { observedOn, value, first: 0, last: 0 };
      });
      if (values.every(({ value }) => value === null) && rows.length > 0) refusals.add(ofTheFile(`the column ${column} holds no value`));
      return code === null ? [] : [{ series: code, vintages: [knownOn], values }];
    });
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { series: reports } };
  },
});

function dayOf(row: TableRow, column: string): IsoDate | null {
  row.required(column, 'a day');
  return row.read(column, 'a day written YYYY-MM-DD', parseIsoDate);
}

const numberIn = (row: TableRow, column: string): Decimal | null => row.read(column, 'a number', parseJsonDecimal);

function refuseTwice(days: readonly { readonly row: TableRow; readonly observedOn: IsoDate | null }[], column: string): void {
  const lines = new Map<IsoDate, number>();
  for (const { row, observedOn } of days) {
    if (observedOn === null) continue;
    const first = lines.get(observedOn);
    if (first !== undefined) row.refuse(column, `${observedOn} stands on line ${first} already`);
    lines.set(observedOn, first ?? row.line);
  }
}
