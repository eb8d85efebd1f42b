import { AssetClass } from '../../domain/assetClass';
import { ofTheFile } from '../../domain/errors';
import { NO_IDENTIFIERS } from '../../domain/identifiers';
import type { IsoDate } from '../../domain/isoDate';
import { checkHoldings, readLines } from '../checkHoldings';
import { ownCsv } from '../ownCsv';
import type { TableRow } from '../TableRow';
import { defineSource } from '../defineSource';
import type { Told } from '../tellable';
import type { HoldingLine, HoldingsReport } from '../HoldingsReport';
import { checkOwnColumns } from '../ownColumns';
import { fundIn, knownOnIn, observedOnIn, theOne } from '../ownRows';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';

const KEY = 'csv-holdings';

/** One's own holdings, of any funds and days, in the columns of docs/csv-holdings.md. */
export default defineSource({
  ...ownCsv(KEY),
  title: 'Your own holdings CSV',
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
    const fund = fundIn(row, told.fund);
    const observedOn = observedOnIn(row, told.observedOn);
    if (fund === null || observedOn === null) continue;
    const key = `${fund} on ${observedOn}`;
    const group = found.get(key) ?? { fund, observedOn, rows: [] };
    group.rows.push(row);
    found.set(key, group);
  }
  return [...found.values()];
}

function reportOf({ fund, observedOn, rows }: ReportRows, refusals: Refusals): HoldingsReport {
  const knownOn = theOne(rows, 'known_on', (row) => knownOnIn(row, observedOn));
  const sharesOutstanding = theOne(rows, 'shares_outstanding', (row) => row.decimal('shares_outstanding'));
  const fundName = theOne(rows, 'fund_name', (row) => row.text('fund_name'));
  const lines = readLines(rows, lineOf);
  checkHoldings(`${fund} on ${observedOn}`, lines, refusals);
  return { fund, fundName, observedOn, knownOn, sharesOutstanding, lines: lines.map(({ holding }) => holding) };
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
