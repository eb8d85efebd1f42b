import { AssetClass } from '../../domain/assetClass';
import { ofTheFile } from '../../domain/errors';
import { NO_IDENTIFIERS } from '../../domain/identifiers';
import { type IsoDate, parseIsoDate } from '../../domain/isoDate';
import { checkHoldings } from '../checkHoldings';
import type { TableRow } from '../TableRow';
import { defineSource, type Told } from '../defineSource';
import type { HoldingLine, HoldingsReport } from '../HoldingsReport';
import { checkOwnColumns } from '../ownColumns';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';

const KEY = 'csv-holdings';
const DAY = 'a day written YYYY-MM-DD';

/** One's own holdings, of any funds and days, in the columns of docs/csv-holdings.md. */
export default defineSource({
  key: KEY,
  title: 'Your own holdings CSV',
  publisher: 'own file',
  documentation: 'docs/csv-holdings.md',
  terms: 'Whatever the origin of your file allows.',
  files: /\.csv$/i,
  precedence: 30,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    checkOwnColumns(KEY, columns, told);
    if (rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));

    const reports = reportRows(rows, told).map((group) => reportOf(group, refusals));
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { holdings: reports } };
  },
});

interface ReportRows {
  readonly fund: string;
  readonly observedOn: IsoDate;
  readonly rows: TableRow[];
}

/** The rows of each fund and day, in the order in which these first appear. */
function reportRows(rows: readonly TableRow[], told: Told): readonly ReportRows[] {
  const found = new Map<string, ReportRows>();
  for (const row of rows) {
    const fund = agreed(row, 'fund', row.text('fund')?.toUpperCase() ?? null, told.fund?.toUpperCase());
    const observedOn = agreed(row, 'observed_on', row.read('observed_on', DAY, parseIsoDate), told.observedOn);
    if (fund === null || observedOn === null) continue;
    const key = `${fund} on ${observedOn}`;
    const group = found.get(key) ?? { fund, observedOn, rows: [] };
    group.rows.push(row);
    found.set(key, group);
  }
  return [...found.values()];
}

/** What the row says and what was told, which must be one; null only where that was refused. */
function agreed<T extends string>(row: TableRow, column: string, said: T | null, told: T | undefined): T | null {
  if (said !== null && told !== undefined && said !== told) {
    row.refuse(column, `expected ${told} as was told, found "${said}"`);
  }
  if (row.text(column) === null && told === undefined) row.refuse(column, 'expected a value, found nothing');
  return said ?? told ?? null;
}

function reportOf({ fund, observedOn, rows }: ReportRows, refusals: Refusals): HoldingsReport {
  const knownOn = theOne(rows, 'known_on', (row) =>
    row.read('known_on', `${DAY}, not before ${observedOn}`, (text) => notBefore(observedOn, parseIsoDate(text))),
  );
  const sharesOutstanding = theOne(rows, 'shares_outstanding', (row) => row.decimal('shares_outstanding'));
  const fundName = theOne(rows, 'fund_name', (row) => row.text('fund_name'));
  const lines = rows.map((row) => ({ at: row.line, holding: lineOf(row) }));
  checkHoldings(`${fund} on ${observedOn}`, lines, refusals);
  return { fund, fundName, observedOn, knownOn, sharesOutstanding, lines: lines.map(({ holding }) => holding) };
}

const notBefore = (since: IsoDate, day: IsoDate | undefined): IsoDate | undefined =>
  day !== undefined && day >= since ? day : undefined;

/** What holds for a whole report may stand on one of its rows or on all, but not differ. */
function theOne<T extends string>(rows: readonly TableRow[], column: string, read: (row: TableRow) => T | null): T | null {
  const values = rows.map(read);
  const value = values.find((candidate) => candidate !== null) ?? null;
  rows.forEach((row, i) => {
    if (values[i] !== null && values[i] !== value) row.refuse(column, `expected "${value}" as above, found "${values[i]}"`);
  });
  return value;
}

const ASSET_CLASSES: ReadonlyMap<string, AssetClass> = new Map(Object.values(AssetClass).map((known) => [known, known]));

const lineOf = (row: TableRow): HoldingLine => ({
  ticker: row.text('ticker') === '-' ? null : row.text('ticker'),
  name: row.required('name', 'a name'),
  identifiers: NO_IDENTIFIERS,
  assetClass:
    row.read('asset_class', `one of ${[...ASSET_CLASSES.keys()].join(', ')}`, (text) => ASSET_CLASSES.get(text)) ??
    AssetClass.EQUITY,
  sector: row.text('sector'),
  country: row.text('country'),
  exchange: row.text('exchange'),
  currency: row.read('currency', 'three capital letters', (text) => (/^[A-Z]{3}$/.test(text) ? text : undefined)),
  shares: row.decimal('shares'),
  price: row.decimal('price'),
  marketValue: row.decimal('market_value'),
  notionalValue: row.decimal('notional_value'),
  publishedWeight: row.decimal('weight'),
});
