import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isoDate } from '../../../src/domain/isoDate';
import ishares from '../../../src/sources/definitions/ishares-holdings';
import { loadFile } from '../../../src/store/load/loadFile';
import { runCatalyst, startCatalyst } from '../../cli/runCatalyst';
import { prepareCatalyst } from '../../server/catalystProcess';
import { useDatabase } from '../../support/database';
import { type ServedSnapshot, served } from './answers';
import { noonOf } from './invented';
import { DAYS, isharesDay } from './isharesDay';
import { naturalDigests } from './tables';

const KILLS = 10;
const OLD_LINES = 2_000;
const NEW_LINES = 1_990;

const killed = useDatabase();
const undisturbed = useDatabase();

let folder = '';
let millisecondsAFile = 0;
let old: readonly (ServedSnapshot | null)[] = [];
let whole: readonly (ServedSnapshot | null)[] = [];

const loading = (): readonly string[] => ['load', 'ishares-holdings', folder, '--known-on', '2025-03-03', '--json'];

/** What is served of each day, newest known version. */
async function servedDays(db: DataSource): Promise<readonly (ServedSnapshot | null)[]> {
  return Promise.all(DAYS.map(({ observedOn }) => served(db, 'IWM', { on: observedOn })));
}

/** The folder begins with an old file, which is there already: its line tells that the loading has begun. */
beforeAll(async () => {
  prepareCatalyst();
  folder = await mkdtemp(join(tmpdir(), 'catalyst-killed-'));
  for (const [i, { written }] of DAYS.entries()) {
    const bytes = isharesDay(written, OLD_LINES, i);
    const request = { source: ishares, fileName: 'old.csv', bytes, told: { knownOn: isoDate('2025-02-03') }, now: noonOf('2025-02-03') };
    for (const database of [killed, undisturbed]) expect((await loadFile(database().db, request)).outcome).toBe('ADDED');
    if (i === 0) await writeFile(join(folder, '0.csv'), bytes);
    await writeFile(join(folder, `new-${String(i).padStart(2, '0')}.csv`), isharesDay(written, NEW_LINES, i + 50));
  }
  old = await servedDays(undisturbed().db);

  const run = startCatalyst(undisturbed().url, loading());
  await run.printed(1);
  const begun = performance.now();
  await run.printed(1 + DAYS.length);
  millisecondsAFile = (performance.now() - begun) / DAYS.length;
  expect(await run.ended).toMatchObject({ code: 0, stderr: '' });
  whole = await servedDays(undisturbed().db);
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

/** How many files are wholly there; fails if anything is there in part, or a later file before an earlier. */
async function filesThere(db: DataSource): Promise<number> {
  const now = await servedDays(db);
  const count = now.filter((snapshot) => snapshot?.positions === NEW_LINES).length;
  expect(now).toEqual([...whole.slice(0, count), ...old.slice(count)]);
  expect(now.map((snapshot) => snapshot?.holdings.totalCount)).toEqual(now.map((snapshot) => snapshot?.positions));
  for (const snapshot of now) expect(snapshot?.holdings.totalWeight).toBeCloseTo(1, 12);
  expect(await orphans(db)).toEqual([]);
  return count;
}

/** Whatever nothing points at, as a load that was cut off would leave it. */
const orphans = (db: DataSource): Promise<readonly unknown[]> =>
  db.query(`
    SELECT 'document' AS kind, file_name AS name FROM source_document d WHERE NOT EXISTS (SELECT FROM snapshot s WHERE s.document_id = d.id)
    UNION ALL SELECT 'security', key FROM security s WHERE NOT EXISTS (SELECT FROM holding h WHERE h.security_id = s.id)
    UNION ALL SELECT 'description', name FROM security_description d WHERE NOT EXISTS (SELECT FROM holding h WHERE h.description_id = d.id)
    UNION ALL SELECT 'snapshot', key FROM snapshot p WHERE positions <> (SELECT count(*) FROM holding h WHERE h.snapshot_id = p.id)
    UNION ALL SELECT 'load', file_name FROM load l WHERE outcome = 'ADDED' AND NOT EXISTS (SELECT FROM snapshot s WHERE s.load_id = l.id)`);

/** Whether a load's transaction is under way. */
async function isLoading(db: DataSource): Promise<boolean> {
  const locks = await db.query<unknown[]>(
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return locks.length > 0;
}

describe('a load that is killed', () => {
  it(`${KILLS} times over, at random moments of one file after another, leaves each day wholly old or wholly new, and ends as if undisturbed`, async () => {
    const { db, url } = killed();
    const [moments, struckAmid]: [string[], boolean[]] = [[], []];
    for (let kill = 0; kill < KILLS; kill++) {
      const run = startCatalyst(url, loading());
      await run.printed(1 + kill);
      const moment = Math.random() * millisecondsAFile;
      await elapsed(moment);
      struckAmid.push(await isLoading(db));
      run.kill();
      const { signal, stderr } = await run.ended;
      const there = await filesThere(db);
      moments.push(`${moment.toFixed(1)} ms into file ${kill + 1} of ${DAYS.length}: ${there} there`);
      expect({ moments, signal, stderr, isAmid: there < DAYS.length }).toEqual({ moments, signal: 'SIGKILL', stderr: '', isAmid: true });
    }
    expect(struckAmid).toContain(true);

    expect(await runCatalyst(url, loading())).toMatchObject({ code: 0, stderr: '' });
    expect(await filesThere(db)).toBe(DAYS.length);
    expect(await naturalDigests(db)).toEqual(await naturalDigests(undisturbed().db));
  }, 300_000);
});
