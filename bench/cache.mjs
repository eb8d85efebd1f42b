/**
 * What kept answers save: the top ten holdings of a fund, their companies and these companies' last four quarters, as known on a day, from three servers of
 * their own: one that keeps no answers, one that keeps them in memory, one in a Redis. They take turns; the ratios are medians of turns.
 *
 *   DATABASE_URL=postgres://… REDIS_URL=redis://… node bench/cache.mjs [turns] [requests a turn]
 *
 * Give it a database of its own, empty or with a simulated market. Prints JSON: requests a second over 16 connections, and milliseconds of the server's CPU a request.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { serveCatalyst } from './serveCatalyst.mjs';

const [turns, requests] = [Number(process.argv[2] ?? 15), Number(process.argv[3] ?? 400)];
const CONNECTIONS = 16;
const QUERY = `query ($asOf: Date) { etf(symbol: "IWM", asOf: $asOf) { snapshot { observedOn holdings(first: 10) { nodes { weight marketValue
  security { symbol name } company { cik name earnings(last: 4) { nodes { periodEnd epsDiluted netIncome revenue knownOn } } } } } } } }`;

const { REDIS_URL } = process.env;
assert(REDIS_URL, 'REDIS_URL is needed');

async function serve(environment) {
  const { REDIS_URL: _, ...rest } = process.env;
  const { child, address } = await serveCatalyst({ ...rest, ...environment });
  return { child, address, agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }) };
}

const servers = {
  uncached: await serve({ ANSWER_CACHE_MB: '0' }),
  memory: await serve({}),
  redis: await serve({ REDIS_URL }),
};

const body = JSON.stringify({ query: QUERY, variables: { asOf: '2025-06-30' } });
const ask = ({ address, agent }) =>
  new Promise((resolve, reject) => {
    const asked = request(`${address}/graphql`, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(Buffer.concat(chunks).toString());
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** Milliseconds of CPU that a process has used; a tick is 10 ms on Linux. */
const cpu = ({ child: { pid } }) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

async function turn(server) {
  const [begun, before] = [performance.now(), cpu(server)];
  let left = requests;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) await ask(server);
    }),
  );
  return { persecond: requests / ((performance.now() - begun) / 1_000), cpu: (cpu(server) - before) / requests };
}

const answers = await Promise.all(Object.values(servers).map(ask));
assert.equal(new Set(answers).size, 1);
assert(JSON.parse(answers[0]).data.etf.snapshot.holdings.nodes.length === 10);
for (const server of Object.values(servers)) await turn(server);

const found = { uncached: [], memory: [], redis: [] };
for (let n = 0; n < turns; n += 1) for (const name of Object.keys(servers)) found[name].push(await turn(servers[name]));
for (const { child } of Object.values(servers)) child.kill();

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const rounded = (number) => Math.round(number * 100) / 100;
const told = Object.fromEntries(Object.entries(found).map(([name, of]) => [name, { persecond: rounded(median(of.map((one) => one.persecond))), cpu: rounded(median(of.map((one) => one.cpu))) }]));
const ratio = (name) => rounded(median(found[name].map(({ persecond }, n) => persecond / found.uncached[n].persecond)));
console.log(JSON.stringify({ turns, requests, bytes: answers[0].length, ...told, times: { memory: ratio('memory'), redis: ratio('redis') } }, null, 2));
