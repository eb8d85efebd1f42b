/**
 * What the number of vintages costs: one daily series of 10,000 days and 20,000 values, each revised once, in 10 vintages and in 10,000.
 * Loads both in turns, then asks both in turns for all of the series and for a year of it, on days on which both have the same days; prints the medians of the paired
 * ratios as JSON. The goal is 1.3.
 *
 *   DATABASE_URL=postgres://… node bench/vintages.mjs [rounds]
 *
 * The database is emptied of nothing: give it one of its own.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = createRequire(join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/src/x.js'));
const { createDataSource } = built('./store/dataSource.js');
const { migrate } = built('./store/migrate.js');
const { loadFile } = built('./store/load/loadFile.js');
const { sourceByKey } = built('./sources/sources.js');
const { observationsOf } = built('./store/reads/observations.js');
const { write } = built('./store/sql.js');

const rounds = Number(process.argv[2] ?? 5);
const DAYS = 10_000;
const FIRST = '1995-01-02';
const source = sourceByKey('fred-api');

const dayAfter = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const valueOf = (i) => (((i * 7_919) % 1_000) / 100).toFixed(2);

/** Each vintage adds `DAYS / vintages` days and revises those that the one before it added; the last revises its own on the day after. */
function answer(vintages, salt) {
  const step = DAYS / vintages;
  const observations = [];
  for (let i = 0; i < DAYS; i += 1) {
    const known = dayAfter(FIRST, (Math.floor(i / step) + 1) * step);
    const revised = dayAfter(known, step);
    observations.push({ realtime_start: known, realtime_end: dayAfter(revised, -1), date: dayAfter(FIRST, i), value: valueOf(i + salt) });
    observations.push({ realtime_start: revised, realtime_end: '9999-12-31', date: dayAfter(FIRST, i), value: valueOf(i + salt + 1) });
  }
  return Buffer.from(JSON.stringify({ units: 'lin', output_type: 1, count: observations.length, observations }));
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounded = (number) => Math.round(number * 100) / 100;

const db = await createDataSource(process.env.DATABASE_URL, { poolSize: 2, statementTimeoutMs: 0 }).initialize();
try {
  await migrate(db);
  const load = (series, vintages, salt) => loadFile(db, { source, fileName: `${series}.json`, bytes: answer(vintages, salt), told: {}, now: new Date() });
  const loads = [];
  for (let round = 0; round < rounds; round += 1) {
    const seconds = {};
    for (const vintages of round % 2 === 0 ? [10, DAYS] : [DAYS, 10]) {
      seconds[vintages] = await timed(async () => {
        const { outcome, refusals } = await load(`BENCH_${vintages}_${round}`, vintages, round);
        if (outcome !== 'ADDED') throw new Error(`The load was ${outcome}: ${JSON.stringify(refusals)}`);
      });
    }
    loads.push({ few: seconds[10], many: seconds[DAYS] });
  }
  await db.query('ANALYZE vintage, vintage_value, observation_interval');

  const ask = async (vintages, asOf, from) => {
    const values = [];
    const text = write(observationsOf(`BENCH_${vintages}_0`, { asOf, knowledge: 'ANY' }, { from, to: null }), values);
    const [{ n }] = await db.query(`SELECT count(*)::int AS n, json_agg(o) FROM (${text}) o`, values);
    return n;
  };
  const asked = [];
  for (const [after, reach] of [[DAYS + 2_000, null], [6 * DAYS / 10, null], [6 * DAYS / 10, 365], [2 * DAYS / 10, 365]]) {
    const asOf = dayAfter(FIRST, after);
    const from = reach === null ? null : dayAfter(asOf, -reach);
    const pairs = [];
    let rows;
    for (let round = -3; round < rounds * 10; round += 1) {
      const times = {};
      for (const vintages of round % 2 === 0 ? [10, DAYS] : [DAYS, 10]) times[vintages] = await timed(async () => (rows = { ...rows, [vintages]: await ask(vintages, asOf, from) }));
      if (round >= 0) pairs.push({ few: times[10], many: times[DAYS] });
    }
    asked.push({ asOf, from, rows, milliseconds: rounded(median(pairs.map(({ many }) => many))), ratio: rounded(median(pairs.map(({ few, many }) => many / few))) });
  }
  const loaded = { seconds: rounded(median(loads.map(({ many }) => many)) / 1_000), ratio: rounded(median(loads.map(({ few, many }) => many / few))) };
  console.log(JSON.stringify({ vintages: [10, DAYS], values: 2 * DAYS, loaded, asked }, null, 2));
} finally {
  await db.destroy();
}
