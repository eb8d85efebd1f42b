import type { PoolClient } from 'pg';
import { grouped } from '../../../src/domain/grouped';
import type { SimulatedFile } from '../../../src/simulation/SimulatedFile';
import { simulatedFiles } from '../../../src/simulation/simulatedFiles';
import { sourceByKey } from '../../../src/sources/sources';
import { inLoad } from '../../../src/store/load/inLoad';
import { appendFile } from '../../../src/store/load/loadFile';
import { useDatabase } from '../../support/database';
import { smallMarket } from '../../support/simulatedMarket';
import { noonOf } from './invented';

const database = useDatabase();

/** Of each source that has as many files: its first, its second, and so on. */
function rounds(count: number): readonly (readonly SimulatedFile[])[] {
  const bySource = [...grouped(simulatedFiles(smallMarket), ({ source }) => source).values()].filter(({ length }) => length >= count);
  return Array.from({ length: count }, (_, round) => bySource.map((files) => files[round] as SimulatedFile));
}

async function append(client: PoolClient, { source: key, name: fileName, text }: SimulatedFile): Promise<void> {
  const [source, bytes] = [sourceByKey(key), Buffer.from(text)];
  await appendFile(client, { source, fileName, bytes, told: {}, now: noonOf('2025-12-31'), isSimulated: true }, source.read(bytes, { fileName }));
}

async function locksHeld(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM pg_locks WHERE pid = pg_backend_pid()');
  return rows[0]?.count ?? NaN;
}

describe('a transaction of many files', () => {
  it('holds as many locks after the fourth of each source as after the second: a server has so many and no more', async () => {
    const held = await inLoad(database().db, async (client) => {
      const counts: number[] = [];
      for (const files of rounds(4)) {
        for (const file of files) await append(client, file);
        counts.push(await locksHeld(client));
      }
      return counts;
    });
    expect(held).toHaveLength(4);
    expect(held[3]).toBe(held[1]);
  });
});
