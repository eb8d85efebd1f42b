/**
 * What as-of questions cost when one kind of fact has a history 10 and 100 times as long, and all else stays as it was: asked of the default
 * simulated market and of a copy of it in which that kind has grown (growth/tables.mjs), in turns, one at a time, through the
 * planner. Both must give the same answers. Prints as JSON how many times as long each took that took longer. The goal is 1.3.
 *
 *   DATABASE_URL=postgres://…/postgres node bench/growth.mjs [KIND,...] [TIMES,...]
 *
 * Give the address of a server on which databases may be made and indices dropped: it makes `bench_growth_1` and `bench_growth_n`, one
 * large one at a time, and drops them. A market that stands in `bench_growth_1` already is asked, and stays.
 */
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { growths, grow, keepOriginals } from './growth/tables.mjs';
import { questions } from './growth/questions.mjs';
import { median, quick } from './median.mjs';
import { runCatalyst } from './runCatalyst.mjs';

const built = (path) => createRequire(import.meta.url)(`../dist/src/${path}.js`);
const { createDataSource } = built('store/dataSource');
const { Reader } = built('store/Reader');
const { createSchema } = built('graph/schema');
const { execute } = built('graph/planner/execute');
const { parse, validate } = createRequire(import.meta.url)('graphql');

const kinds = process.argv[2]?.split(',') ?? Object.keys(growths);
const lengths = (process.argv[3] ?? '10,100').split(',').map(Number);

/** Pairs of turns of each question; where the first ones say more than this, so many more of them decide. */
const PAIRS = 11;
const DOUBTED = 1.15;
const PAIRS_OF_DOUBT = 40;

const schema = createSchema();
for (const text of Object.values(questions)) assert.deepEqual(validate(schema, parse(text)), []);
const addressOf = (database) => Object.assign(new URL(process.env.DATABASE_URL), { pathname: `/${database}` }).href;
const connect = (database) => createDataSource(addressOf(database), { poolSize: 1, statementTimeoutMs: 0 }).initialize();

const server = await createDataSource(process.env.DATABASE_URL, { poolSize: 1, statementTimeoutMs: 0 }).initialize();

/** @returns Whether it was made. */
async function makeMarket() {
  const [{ count }] = await server.query(`SELECT count(*)::int FROM pg_database WHERE datname = 'bench_growth_1'`);
  if (count > 0) return false;
  await server.query('CREATE DATABASE bench_growth_1');
  const url = process.env.DATABASE_URL;
  process.env.DATABASE_URL = addressOf('bench_growth_1');
  await runCatalyst('migrate');
  await runCatalyst('simulate');
  process.env.DATABASE_URL = url;
  const db = await connect('bench_growth_1');
  // A simulated market has no lists of an index's members: they are made of what a fund of that index held.
  await db.query(`INSERT INTO constituent_list (key, index_code, observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id, members)
    SELECT key, 'SPX', observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id, positions - 1 FROM snapshot WHERE fund_symbol = 'SPY' ORDER BY observed_on`);
  await db.query(`INSERT INTO constituent (list_id, line, security_id, description_id, observed_on, known_on, proven_on)
    SELECT l.id, h.line, h.security_id, h.description_id, l.observed_on, l.known_on, l.proven_on
    FROM constituent_list l JOIN snapshot s USING (key) JOIN holding h ON h.snapshot_id = s.id JOIN security e ON e.id = h.security_id WHERE e.asset_class = 'EQUITY' ORDER BY 1, 2`);
  await db.query('VACUUM ANALYZE');
  await db.destroy();
  return true;
}

/** @returns A function that asks a question of a database. */
function asker(db) {
  const reader = new Reader(db);
  return async (document) => {
    const contextValue = { reader, today: '2025-12-31', maxCost: Infinity, publish: (error) => error };
    const { data, errors } = await execute({ schema, document, variableValues: {}, contextValue });
    assert.equal(errors, undefined);
    return data;
  };
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/**
 * Pairs of turns, the one first in every other pair that comes second in the next. Of two ways to tell, the median of the paired ratios and the ratio
 * of how long the quicker turns took, the lower is told: other work on the machine makes either higher at times, and not both.
 */
async function paired(few, many, document, pairs) {
  const times = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const one = {};
    for (const [name, ask] of pair % 2 === 0 ? [['few', few], ['many', many]] : [['many', many], ['few', few]]) one[name] = await timed(() => ask(document));
    times.push(one);
  }
  const [fewer, more] = [times.map(({ few }) => few), times.map(({ many }) => many)];
  const ratios = [median(times.map((one) => one.many / one.few)), quick(more) / quick(fewer)];
  return { few: quick(fewer), many: quick(more), ratio: Math.min(...ratios) };
}

const rounded = (number) => Math.round(number * 100) / 100;

async function askBoth(few, many) {
  const results = [];
  for (const [question, text] of Object.entries(questions)) {
    const document = parse(text);
    for (let warm = 0; warm < 2; warm += 1) assert.deepEqual(await many(document), await few(document), question);
    let result = await paired(few, many, document, PAIRS);
    if (result.ratio > DOUBTED) result = await paired(few, many, document, PAIRS_OF_DOUBT);
    results.push({ question, milliseconds: rounded(result.few), grown: rounded(result.many), ratio: rounded(result.ratio) });
  }
  return results.sort((a, b) => b.ratio - a.ratio);
}

/** One kind, at each length in turn. Nobody may be connected to the market while it is copied. */
async function measure(kind) {
  await server.query('CREATE DATABASE bench_growth_n TEMPLATE bench_growth_1');
  const market = await connect('bench_growth_1');
  let db = await connect('bench_growth_n');
  try {
    await keepOriginals(db, growths[kind]);
    let copies = 1;
    for (const length of lengths) {
      await grow(db, growths[kind], copies, length - 1);
      copies = length;
      const rows = {};
      for (const { table } of growths[kind].tables) rows[table] = (await db.query(`SELECT count(*)::int AS rows FROM ${table}`))[0].rows;
      await db.destroy();
      db = await connect('bench_growth_n');
      const results = await askBoth(asker(market), asker(db));
      console.log(JSON.stringify({ kind, times: length, rows, worst: results[0].ratio, median: median(results.map(({ ratio }) => ratio)), over: results.filter(({ ratio }) => ratio > DOUBTED) }));
    }
  } finally {
    await Promise.all([market.destroy(), db.destroy()]);
    await server.query('DROP DATABASE bench_growth_n');
  }
}

const isOurs = await makeMarket();
for (const kind of kinds) await measure(kind);
if (isOurs) await server.query('DROP DATABASE bench_growth_1');
await server.destroy();
