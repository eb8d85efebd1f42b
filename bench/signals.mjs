/**
 * What signals cost to evaluate: all of them at all month ends since the first fact, and each by itself as of the last day, read anew each time.
 *
 *   DATABASE_URL=postgres://… node bench/signals.mjs [turns]
 *
 * On a database that holds a simulated market (`catalyst simulate`). Prints JSON: the size of the market, seconds, and milliseconds by signal, the median of turns.
 */
import { createRequire } from 'node:module';

const built = (path) => createRequire(import.meta.url)(`../dist/src/${path}.js`);
const { createDataSource } = built('store/dataSource');
const { Reader } = built('store/Reader');
const { toldOnDays } = built('evaluation/readingsOnDays');
const { Every, sessionsEvery } = built('evaluation/sessionsOn');
const { signals } = built('signals/signals');

const turns = Number(process.argv[2] ?? 5);
const db = await createDataSource(process.env.DATABASE_URL, { poolSize: 2, statementTimeoutMs: 0 }).initialize();
const reader = new Reader(db);
const all = [...signals.values()];

async function milliseconds(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounded = (number) => Math.round(number * 10) / 10;

const [market] = await db.query('SELECT companies, years, funds, last_on::text AS "lastOn" FROM simulation');
if (market === undefined) throw new Error('The database holds no simulated market: run catalyst simulate first.');
const [{ firstOn }] = await db.query('SELECT min(assumed_on)::text AS "firstOn" FROM observation_interval');
const monthEnds = sessionsEvery(Every.MONTH, firstOn, market.lastOn);
const score = ({ score: one }) => one;

const atMonthEnds = await milliseconds(() => reader.inOneSnapshot((read) => toldOnDays(read, all, monthEnds, 'ANY', score)));
const cold = {};
for (const signal of all) {
  const times = [];
  for (let turn = 0; turn < turns; turn += 1) times.push(await milliseconds(() => reader.inOneSnapshot((read) => toldOnDays(read, [signal], [market.lastOn], 'ANY', score))));
  cold[signal.key] = rounded(median(times));
}
console.log(JSON.stringify({ market, signals: all.length, monthEnds: monthEnds.length, atMonthEndsSeconds: rounded(atMonthEnds / 1_000), coldMilliseconds: cold }, null, 2));
await db.destroy();
