/**
 * A panel of the closes of 8 symbols over 5,000 days, as columns: asked of the graph from chunks (A), of the graph where only rows answer
 * (B), and by plain SQL over the rows (C), which reads the newest version of each close known on a day and nothing else. All three must give the same values. They take turns,
 * one at a time; the ratios are medians of turns.
 *
 *   DATABASE_URL=postgres://… node bench/panel.mjs [turns]
 *
 * Give it an empty database of its own. Prints JSON.
 */
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { runCatalyst } from './runCatalyst.mjs';

const built = (path) => createRequire(import.meta.url)(`../dist/src/${path}.js`);
const { createDataSource } = built('store/dataSource');
const { Reader } = built('store/Reader');
const { createSchema } = built('graph/schema');
const { execute } = built('graph/planner/execute');
const { parse } = createRequire(import.meta.url)('graphql');

const turns = Number(process.argv[2] ?? 40);
const DAYS = 5_000;
const TODAY = '2026-11-20';
const names = (kind) => Array.from({ length: 8 }, (_, i) => `${kind}${i}`);

await runCatalyst('migrate');
const db = await createDataSource(process.env.DATABASE_URL, { poolSize: 2, statementTimeoutMs: 0 }).initialize();

/** Closes of 8 symbols, a day after the other but for weekends; of one kind the chunks are known too late to answer. */
async function fill() {
  await db.query(`INSERT INTO load (source, file_name, outcome, ran_on, ran_at, rows_read, rows_added, rows_unchanged, rows_refused)
    VALUES ('bench', 'bench', 'ADDED', '2026-01-01', '2026-01-01', 0, 0, 0, 0)`);
  await db.query(`INSERT INTO source_document (source, publisher, file_name, retrieved_at, sha256, is_simulated) VALUES ('bench', 'bench', 'bench', '2026-01-01', repeat('0', 64), FALSE)`);
  for (const listing of [...names('CHUNK'), ...names('ROW')]) {
    const [{ id }] = await db.query(`INSERT INTO price_series (listing, source, closes, precedence) VALUES ($1, 'bench', 'RAW', 10) RETURNING id`, [listing]);
    await db.query(
      `INSERT INTO close (series_id, observed_on, known_on, known_on_basis, proven_on, document_id, load_id, close)
       SELECT $1, day, day, 'MARKET_CLOSE', day, (SELECT min(id) FROM source_document), (SELECT min(id) FROM load), 100 + round((random() * 100)::numeric, 2)
       FROM (SELECT day::date FROM generate_series('2006-01-02'::date, '2026-01-01', '1 day') day WHERE extract(isodow FROM day) < 6 ORDER BY day LIMIT $2) d`,
      [id, DAYS],
    );
    await db.query(
      `INSERT INTO close_chunk (series_id, year, first_on, last_on, known_on, proven_on, dates, closes)
       SELECT series_id, extract(year FROM observed_on), min(observed_on), max(observed_on), CASE WHEN $2 THEN max(known_on) ELSE '9999-01-01' END, max(proven_on),
         array_agg(observed_on ORDER BY observed_on), array_agg(close::float8 ORDER BY observed_on) FROM close WHERE series_id = $1 GROUP BY 1, 2`,
      [id, listing.startsWith('CHUNK')],
    );
  }
  await db.query('VACUUM ANALYZE');
}

if ((await db.query('SELECT FROM price_series LIMIT 1')).length === 0) await fill();

const reader = new Reader(db);
const schema = createSchema();
const document = parse('query ($symbols: [String!]!) { prices(symbols: $symbols) { symbol series { dates values } } }');
const graph = async (symbols) => {
  const contextValue = { reader, today: TODAY, maxCost: Infinity, publish: (error) => error };
  const { data, errors } = await execute({ schema, document, variableValues: { symbols }, contextValue });
  assert.equal(errors, undefined);
  return data.prices;
};
const ROWS = `
  SELECT coalesce(json_agg(json_build_object('symbol', listing, 'series', json_build_object('dates', dates, 'values', values))), '[]') FROM (
    SELECT s.listing, array_agg(c.observed_on) AS dates, array_agg(c.close) AS values FROM price_series s CROSS JOIN LATERAL (
      SELECT DISTINCT ON (observed_on) observed_on, close::float8 AS close FROM close
      WHERE series_id = s.id AND observed_on <= $2::date AND known_on <= $2::date ORDER BY observed_on, known_on DESC, load_id DESC
    ) c
    WHERE s.listing = ANY ($1::text[]) GROUP BY s.listing ORDER BY s.listing
  ) r`;
const plain = async (symbols) => JSON.parse((await reader.read({ text: ROWS, values: [symbols, TODAY] })).json);

const contenders = { chunks: () => graph(names('CHUNK')), rows: () => graph(names('ROW')), sql: () => plain(names('ROW')) };
const valuesIn = (panel) => panel.map(({ series }) => series.values.length);
const [, rows, sql] = await Promise.all(Object.values(contenders).map((ask) => ask()));
assert.deepEqual(sql, rows);
assert.deepEqual(valuesIn(rows), Array(8).fill(DAYS));
assert.deepEqual(valuesIn(await contenders.chunks()), Array(8).fill(DAYS));

const times = { chunks: [], rows: [], sql: [] };
for (let turn = 0; turn < turns + 5; turn += 1) {
  for (const [name, ask] of Object.entries(contenders)) {
    const begun = performance.now();
    await ask();
    if (turn >= 5) times[name].push(performance.now() - begun);
  }
}
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ratio = (name) => Math.round(median(times[name].map((ms, i) => ms / times.chunks[i])) * 100) / 100;
const rounded = (ms) => Math.round(ms * 10) / 10;
console.log(JSON.stringify({
  turns,
  milliseconds: Object.fromEntries(Object.entries(times).map(([name, all]) => [name, rounded(median(all))])),
  timesAsFastAs: { graphFromRows: ratio('rows'), sqlOverRows: ratio('sql') },
}, null, 2));
await db.destroy();
