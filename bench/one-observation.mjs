/**
 * How long one new vintage of an indicator takes to come through to the stored histories of all signals: the load by itself, and the days that it touches told anew.
 *
 *   DATABASE_URL=postgres://… node bench/one-observation.mjs FOLDER
 *
 * FOLDER is laid out as in real-files.mjs: `resaved/`, `fredgraph/` and `vintages/UNRATE/` with dated downloads, of which the newest is the new one. The files are their
 * publishers' and no part of this project. The database is to be an empty one of its own. Prints JSON.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const built = (path) => createRequire(import.meta.url)(`../dist/src/${path}.js`);
const { createDataSource } = built('store/dataSource');
const { migrate } = built('store/migrate');
const { loadFile } = built('store/load/loadFile');
const { keepSignals, keepTouched } = built('cli/keepSignals');
const { sourceByKey } = built('sources/sources');

const folder = resolve(process.argv[2] ?? '../shared/data/fred');
const now = new Date();
const db = await createDataSource(process.env.DATABASE_URL, { poolSize: 4, statementTimeoutMs: 0 }).initialize();
await migrate(db);

async function load(path, told) {
  const fileName = path.split('/').at(-1);
  const report = await loadFile(db, { source: sourceByKey('fredgraph'), fileName, bytes: readFileSync(join(folder, path)), told, now });
  if (report.outcome !== 'ADDED') throw new Error(`${path}: ${JSON.stringify(report.refusals)}`);
}

async function seconds(work) {
  const begun = performance.now();
  const result = await work();
  return { result, seconds: Math.round(performance.now() - begun) / 1_000 };
}

const count = (done) => ({ signals: new Set(done.map(({ key }) => key)).size, sessions: done.reduce((sum, { sessions }) => sum + sessions, 0), added: done.reduce((sum, { added }) => sum + added, 0) });

const vintages = readdirSync(join(folder, 'vintages/UNRATE')).sort();
for (const code of ['ICSA', 'PAYEMS']) await load(`fredgraph/${code}.csv`, { knownOn: '2024-10-08' });
await load('fredgraph/DFEDTARU.csv', {});
for (const code of ['CPILFESL', 'DFF', 'DGS2', 'GDPC1', 'NFCI', 'PCEPILFE']) await load(`resaved/${code}.csv`, {});
for (const name of vintages.slice(0, -1)) await load(`vintages/UNRATE/${name}`, {});
await db.query('ANALYZE');

const whole = await seconds(() => keepSignals({ db }, { now }));
const loaded = await seconds(() => load(`vintages/UNRATE/${vintages.at(-1)}`, {}));
const touched = await seconds(() => keepTouched({ db }, now));
console.log(
  JSON.stringify({ whole: { ...count(whole.result), seconds: whole.seconds }, newVintage: vintages.at(-1), loadSeconds: loaded.seconds, touched: { ...count(touched.result), seconds: touched.seconds } }, null, 2),
);
await db.destroy();
