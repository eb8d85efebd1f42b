import { CIK_EXPECTED, parseCik } from '../../domain/cik';
import { ofTheFile, SourceFormat } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import type { ConstituentLine } from '../ConstituentsReport';
import { dayInName } from '../dayInName';
import { defineSource } from '../defineSource';
import type { Told } from '../tellable';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import type { TableRow } from '../TableRow';

const KEY = 'sp500-constituents';

/** 500 companies, some with two classes of shares; and room for a change half made on the page it is copied from. */
const MEMBERS = { fewest: 480, most: 520 };

/**
 * The members of the S&P 500, as the open data set lists them. The file does not say its day: that of the
 * download stands in its name or is told, and the list was known on that day, not before.
 * A file with fewer than 480 or more than 520 members is refused, for one that was cut off would read as
 * though companies had left the index. Country and exchange are not among its columns.
 */
export default defineSource({
  key: KEY,
  title: 'Members of the S&P 500',
  publisher: 'DataHub (datasets/s-and-p-500-companies), after Wikipedia',
  documentation: 'https://datahub.io/core/s-and-p-500-companies',
  terms: 'DataHub dedicates the data set to the public domain (ODC-PDDL 1.0); it is extracted from Wikipedia, which is CC BY-SA.',
  files: /^(sp[-_]?500|constituents).*\.csv$/i,
  precedence: 10,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    const named = columnsOf(columns);
    const observedOn = dayOf(told);

    refuseTwice(rows, named.symbol);
    if (rows.length < MEMBERS.fewest || rows.length > MEMBERS.most) {
      const expected = `expected ${MEMBERS.fewest} to ${MEMBERS.most} members, found ${rows.length}`;
      refusals.add(ofTheFile(`${expected}: the file was cut off, or is another`));
    }
    const lines = rows.map((row) => lineOf(row, named));
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { constituents: [{ index: 'SPX', observedOn, knownOn: observedOn, lines }] } };
  },
});

/** The file's own name of each column; undefined where it has none. */
interface Columns {
  readonly symbol: string;
  readonly name: string;
  readonly sector: string | undefined;
  readonly cik: string | undefined;
}

/**
 * The names of columns changed over the years and in copies; neither letter case nor what parts two words counts.
 * @throws {SourceFormat} if symbols or names are lacking.
 */
function columnsOf(columns: readonly string[]): Columns {
  const find = (...names: readonly string[]) =>
    columns.find((column) => names.includes(column.toLowerCase().replace(/[^a-z]+/g, ' ')));
  const symbol = find('symbol', 'ticker symbol', 'ticker');
  const name = find('security', 'name', 'company');
  if (symbol === undefined || name === undefined) {
    throw SourceFormat.whole(KEY, `expected the columns Symbol and Security (or Name), found ${columns.join(', ')}`);
  }
  return { symbol, name, sector: find('gics sector', 'sector'), cik: find('cik') };
}

/** @throws {SourceFormat} if the day is neither told nor in the file's name, or the two differ. */
function dayOf({ fileName = '', observedOn }: Told): IsoDate {
  const named = dayInName(KEY, fileName);
  if (named !== null && observedOn !== undefined && named !== observedOn) {
    throw SourceFormat.whole(KEY, `the file's name says ${named}, not ${observedOn} as was told`);
  }
  const day = named ?? observedOn;
  if (day === undefined) {
    throw SourceFormat.whole(KEY, 'neither the file nor its name says which day: tell it, as in --observed-on 2024-09-03');
  }
  return day;
}

function refuseTwice(rows: readonly TableRow[], column: string): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const symbol = row.text(column);
    if (symbol === null) continue;
    const line = first.get(symbol);
    if (line === undefined) first.set(symbol, row.line);
    else row.refuse(column, `${symbol} stands on line ${line} already`);
  }
}

const lineOf = (row: TableRow, { symbol, name, sector, cik }: Columns): ConstituentLine => ({
  ticker: row.required(symbol, 'a symbol'),
  name: row.required(name, 'a name'),
  sector: sector === undefined ? null : row.text(sector),
  country: null,
  exchange: null,
  cik: cik === undefined ? null : row.read(cik, CIK_EXPECTED, parseCik),
});
