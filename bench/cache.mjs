/**
 * What kept answers save: the top ten holdings of a fund, their companies and these companies' last four quarters, as known on a day, from three servers of
 * their own: one that keeps no answers, one that keeps them in memory, one in a Redis. They take turns; the ratios are medians of turns.
 *
 *   DATABASE_URL=postgres://… REDIS_URL=redis://… node bench/cache.mjs [turns] [seconds a turn]
 *
 * It asks by `wrk` (Debian's package of that name): a client in Node takes as much of the machine as a server that gives kept answers, and what is told then is the client. Give it a
 * database of its own, empty or with a simulated market. Prints JSON: requests a second over 16 connections, and milliseconds of the server's CPU a request.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './median.mjs';
import { serveCatalyst } from './serveCatalyst.mjs';

const [turns, seconds] = [Number(process.argv[2] ?? 9), Number(process.argv[3] ?? 4)];
const CONNECTIONS = 16;
const QUERY = `query ($asOf: Date) { etf(symbol: "IWM", asOf: $asOf) { snapshot { observedOn holdings(first: 10) { nodes { weight marketValue
  security { symbol name } company { cik name earnings(last: 4) { nodes { periodEnd epsDiluted netIncome revenue knownOn } } } } } } } }`;

const { REDIS_URL } = process.env;
assert(REDIS_URL, 'REDIS_URL is needed');

function serve(environment) {
  const { REDIS_URL: _, ...rest } = process.env;
  return serveCatalyst({ ...rest, ...environment });
}

const servers = {
  uncached: await serve({ ANSWER_CACHE_MB: '0' }),
  memory: await serve({}),
  redis: await serve({ REDIS_URL }),
};

const body = JSON.stringify({ query: QUERY, variables: { asOf: '2025-06-30' } });
const ask = async ({ address }) => (await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();

const folder = mkdtempSync(join(tmpdir(), 'catalyst-bench-'));
const script = join(folder, 'ask.lua');
writeFileSync(script, `wrk.method = "POST"\nwrk.headers["content-type"] = "application/json"\nwrk.body = [[${body}]]\n`);

/** Milliseconds of CPU that a process has used; a tick is 10 ms on Linux. */
const cpu = ({ child: { pid } }) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

async function turn(server) {
  const before = cpu(server);
  const { stdout } = await promisify(execFile)('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', script, `${server.address}/graphql`]);
  assert(!stdout.includes('Non-2xx'), stdout);
  return { persecond: Number(/Requests\/sec: +([\d.]+)/.exec(stdout)[1]), cpu: (cpu(server) - before) / Number(/(\d+) requests in/.exec(stdout)[1]) };
}

const answers = await Promise.all(Object.values(servers).map(ask));
assert.equal(new Set(answers).size, 1);
assert(JSON.parse(answers[0]).data.etf.snapshot.holdings.nodes.length === 10);
for (const server of Object.values(servers)) await turn(server);

const found = { uncached: [], memory: [], redis: [] };
for (let n = 0; n < turns; n += 1) for (const name of Object.keys(servers)) found[name].push(await turn(servers[name]));
for (const { child } of Object.values(servers)) child.kill();

rmSync(folder, { recursive: true });

const rounded = (number) => Math.round(number * 100) / 100;
const told = Object.fromEntries(Object.entries(found).map(([name, of]) => [name, { persecond: rounded(median(of.map((one) => one.persecond))), cpu: rounded(median(of.map((one) => one.cpu))) }]));
const ratio = (name) => rounded(median(found[name].map(({ persecond }, n) => persecond / found.uncached[n].persecond)));
console.log(JSON.stringify({ turns, seconds, bytes: answers[0].length, ...told, times: { memory: ratio('memory'), redis: ratio('redis') } }, null, 2));
