/**
 * How fast a companyfacts.zip loads, and in how much memory: generated companies, streamed from the archive.
 *
 *   DATABASE_URL=postgres://… node bench/edgar-archive.mjs [companies]
 *
 * The database is emptied of nothing: give it one of its own. Prints JSON.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { companyFacts } from './companyFacts.mjs';
import { writeZip } from './zipArchive.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const companies = Number(process.argv[2] ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), 'catalyst-bench-'));
const archive = join(folder, 'companyfacts.zip');

function* files() {
  for (let number = 1; number <= companies; number += 1) yield [`CIK${String(1_000_000 + number).padStart(10, '0')}.json`, companyFacts(number)];
}

/** Runs a command to its end, and samples the most memory that its process ever held (Linux). */
async function run(...args) {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(project, 'bin/catalyst.mjs'), ...args], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  let [peak, printed] = [0, ''];
  child.stdout.on('data', (chunk) => (printed = (printed + chunk).slice(-2_000)));
  const sample = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      // The process has ended between two samples.
    }
  }, 200);
  const code = await new Promise((ended) => child.once('exit', ended));
  clearInterval(sample);
  if (code !== 0) throw new Error(`catalyst ${args.join(' ')} ended with ${code}: ${printed}`);
  return { seconds: (performance.now() - begun) / 1_000, peakMegabytes: Math.round(peak / 1_024), last: printed.trim().split('\n').at(-1) };
}

try {
  const bytes = await writeZip(archive, files());
  await run('migrate');
  const first = await run('load', 'edgar-company-facts', archive);
  const again = await run('load', 'edgar-company-facts', archive);
  const megabytes = bytes / 1e6;
  const told = ({ seconds, ...rest }) => ({ ...rest, seconds: Math.round(seconds * 10) / 10, megabytesOfJsonPerSecond: Math.round((megabytes / seconds) * 10) / 10 });
  console.log(JSON.stringify({ companies, megabytesOfJson: Math.round(megabytes), first: told(first), again: told(again) }, null, 2));
} finally {
  rmSync(folder, { recursive: true });
}
