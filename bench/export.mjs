/**
 * Exports of three million closes, 480 symbols over 6,250 days, from a server of its own: how long each format takes, how large it is, and how
 * much memory the server holds at most, against what it held before.
 *
 *   DATABASE_URL=postgres://… node bench/export.mjs
 *
 * Give it an empty database of its own. Prints JSON.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { runCatalyst } from './runCatalyst.mjs';
import { serveCatalyst } from './serveCatalyst.mjs';

const { createDataSource } = createRequire(import.meta.url)('../dist/src/store/dataSource.js');
const symbols = Array.from({ length: 480 }, (_, n) => `S${n}`);
const DAYS = 6_250;

await runCatalyst('migrate');
const db = await createDataSource(process.env.DATABASE_URL, { poolSize: 1, statementTimeoutMs: 0 }).initialize();

/** The ends of each series and its chunks: that is all that is read where everything was known. */
async function fill() {
  await db.query(`INSERT INTO load (source, file_name, outcome, ran_on, ran_at, rows_read, rows_added, rows_unchanged, rows_refused)
    VALUES ('bench', 'bench', 'ADDED', '2026-01-01', '2026-01-01', 0, 0, 0, 0)`);
  await db.query(`INSERT INTO source_document (source, publisher, file_name, retrieved_at, sha256, is_simulated) VALUES ('bench', 'bench', 'bench', '2026-01-01', repeat('0', 64), FALSE)`);
  await db.query(`INSERT INTO price_series (listing, source, closes, precedence) SELECT symbol, 'bench', 'RAW', 10 FROM unnest($1::text[]) symbol`, [symbols]);
  const days = `SELECT day::date FROM generate_series('2001-01-01'::date, '2026-01-01', '1 day') day WHERE extract(isodow FROM day) < 6 ORDER BY day LIMIT ${DAYS}`;
  await db.query(`
    INSERT INTO close_chunk (series_id, year, first_on, last_on, known_on, proven_on, dates, closes)
    SELECT s.id, extract(year FROM day), min(day), max(day), max(day), max(day), array_agg(day ORDER BY day), array_agg(round((50 + random() * 100)::numeric, 2)::float8 ORDER BY day)
    FROM price_series s CROSS JOIN (${days}) d GROUP BY 1, 2`);
  await db.query(`
    INSERT INTO close (series_id, observed_on, known_on, known_on_basis, proven_on, document_id, load_id, close)
    SELECT s.id, day, day, 'MARKET_CLOSE', day, (SELECT min(id) FROM source_document), (SELECT min(id) FROM load), 100
    FROM price_series s CROSS JOIN (SELECT min(day) AS day FROM (${days}) d UNION ALL SELECT max(day) FROM (${days}) d) ends`);
  await db.query('VACUUM ANALYZE');
}

if ((await db.query('SELECT FROM price_series LIMIT 1')).length === 0) await fill();
await db.destroy();

const { child: server, address } = await serveCatalyst(process.env);
const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1_024;

async function measured(format) {
  const before = megabytes();
  let [peak, bytes] = [before, 0];
  const sample = setInterval(() => (peak = Math.max(peak, megabytes())), 20);
  const begun = performance.now();
  const response = await new Promise((resolve) => get(`${address}/export/prices.${format}?symbols=${symbols.join()}&asOf=2026-01-02`, resolve));
  for await (const chunk of response) bytes += chunk.length;
  clearInterval(sample);
  const { 'x-row-count': rows, 'x-rows-sha256': sha256 } = response.trailers;
  return { format, rows: Number(rows), sha256, seconds: Math.round((performance.now() - begun) / 100) / 10, megabytes: Math.round(bytes / 1e5) / 10, memoryBefore: Math.round(before), memoryPeak: Math.round(peak) };
}

const found = [];
for (const format of ['csv', 'arrow', 'parquet', 'csv']) found.push(await measured(format));
server.kill();
console.log(JSON.stringify(found, null, 2));
