/**
 * How fast a folder of real files loads by one `load --manifest`, and in how much memory: holdings, filings, macro series, prices,
 * earnings and members of an index, laid out as below. The files are their publishers' and no part of this project.
 *
 *   DATABASE_URL=postgres://… node bench/real-files.mjs FOLDER
 *
 * The database is emptied of nothing: give it one of its own. Prints JSON.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCatalyst } from './runCatalyst.mjs';

const folder = resolve(process.argv[2] ?? '../shared/data');
const ADJUSTED = { closes: 'TOTAL_RETURN' };

/** Where files of each source stand, what is said of them, and those of which something else is said. */
const PLACES = [
  { path: 'edgar', only: /^company_tickers/, source: 'edgar-tickers' },
  { path: 'edgar/companyfacts', source: 'edgar-company-facts' },
  { path: 'edgar/submissions', source: 'edgar-submissions' },
  { path: 'edgar/nport', source: 'nport', told: { fund: 'BONDX' } },
  { path: 'holdings/ishares', only: /\.csv$/, source: 'ishares-holdings', but: [[/2024-09-27/, { fund: 'IWM', observed_on: '2024-09-27' }]] },
  { path: 'holdings/ishares', only: /\.xls$/, source: 'ishares-workbook' },
  { path: 'holdings/ssga', source: 'ssga-holdings' },
  { path: 'constituents', source: 'sp500-constituents' },
  { path: 'earnings/alphavantage', only: /\.csv$/, source: 'alphavantage-earnings' },
  { path: 'earnings/alphavantage', only: /\.json$/, source: 'alphavantage-calendar' },
  { path: 'fred/fredgraph', source: 'fredgraph', told: { known_on: '2024-10-08' }, but: [[/^DFEDTAR/, {}]] },
  { path: 'fred/resaved', source: 'fredgraph' },
  ...['CPIAUCSL', 'CPILFESL', 'FEDFUNDS', 'INDPRO', 'PAYEMS', 'UNRATE'].map((series) => ({ path: `fred/vintages/${series}`, source: 'fredgraph' })),
  { path: 'fred/api', source: 'fred-api' },
  { path: 'prices/close', only: /\.csv$/, source: 'close-csv', told: ADJUSTED, but: [[/^_RUT/, { symbol: '^RUT', closes: 'RAW' }]] },
  { path: 'prices/close/iwm_top', source: 'close-csv', told: ADJUSTED },
  { path: 'prices/ohlcv', source: 'ohlcv-csv', told: ADJUSTED },
  { path: 'prices/stooq', source: 'stooq' },
  { path: 'prices/yahoo_chart', only: /^(?!chart_INVALID)/, source: 'yahoo-chart' },
];

const COLUMNS = ['fund', 'observed_on', 'known_on', 'symbol', 'closes'];

const lines = PLACES.filter(({ path }) => existsSync(join(folder, path))).flatMap(({ path, only = /./, source, told = {}, but = [] }) =>
  readdirSync(join(folder, path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && only.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const said = but.find(([pattern]) => pattern.test(name))?.[1] ?? told;
      return [source, join(folder, path, name), ...COLUMNS.map((column) => said[column] ?? '')].join(',');
    }),
);

const work = mkdtempSync(join(tmpdir(), 'catalyst-bench-'));
try {
  const manifest = join(work, 'manifest.csv');
  writeFileSync(manifest, `${[['source', 'path', ...COLUMNS].join(','), ...lines].join('\n')}\n`);
  await runCatalyst('migrate');
  const first = await runCatalyst('load', '--manifest', manifest);
  const again = await runCatalyst('load', '--manifest', manifest);
  console.log(JSON.stringify({ files: lines.length, first, again }, null, 2));
} finally {
  rmSync(work, { recursive: true });
}
