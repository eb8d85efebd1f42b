/**
 * How fast a companyfacts.zip loads, and in how much memory: generated companies, streamed from the archive.
 *
 *   DATABASE_URL=postgres://… node bench/edgar-archive.mjs [companies]
 *
 * The database is emptied of nothing: give it one of its own. Prints JSON.
 */
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { companyFacts } from './companyFacts.mjs';
import { runCatalyst } from './runCatalyst.mjs';
import { writeZip } from './zipArchive.mjs';

const companies = Number(process.argv[2] ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), 'catalyst-bench-'));
const archive = join(folder, 'companyfacts.zip');

function* files() {
  for (let number = 1; number <= companies; number += 1) yield [`CIK${String(1_000_000 + number).padStart(10, '0')}.json`, companyFacts(number)];
}

try {
  const bytes = await writeZip(archive, files());
  await runCatalyst('migrate');
  const first = await runCatalyst('load', 'edgar-company-facts', archive);
  const again = await runCatalyst('load', 'edgar-company-facts', archive);
  const megabytes = bytes / 1e6;
  const told = ({ seconds, ...rest }) => ({ ...rest, seconds, megabytesOfJsonPerSecond: Math.round((megabytes / seconds) * 10) / 10 });
  console.log(JSON.stringify({ companies, megabytesOfJson: Math.round(megabytes), first: told(first), again: told(again) }, null, 2));
} finally {
  rmSync(folder, { recursive: true });
}
