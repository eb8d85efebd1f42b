import type { Dirent } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { sourceByKey } from '../../sources/sources';
import { projectFolder } from '../projectFolder';
import { inLoad } from './inLoad';
import { appendFile } from './loadFile';
import type { LoadRequest } from './LoadRequest';

/**
 * Gives an empty database the small invented sample, all of it or nothing, so that the first query has an
 * answer. A database that ever ran a load keeps what it has, also where two servers start at once.
 *
 * @returns Whether the sample was loaded.
 */
export async function loadSample(db: DataSource, now: Date): Promise<boolean> {
  if (await hasRun(db)) return false;
  const requests = await sampleRequests(now);
  return inLoad(db, async (client) => {
    const { rowCount } = await client.query('SELECT FROM load LIMIT 1');
    if (rowCount !== 0) return false;
    for (const request of requests) await appendFile(client, request, request.source.read(request.bytes, request.told));
    return true;
  });
}

/** Whether any load ever ran; asked first without waiting for one that is running. */
const hasRun = async (db: DataSource): Promise<boolean> => (await db.query<unknown[]>('SELECT FROM load LIMIT 1')).length > 0;

/** The files of the sample, each in the folder of its source. */
async function sampleRequests(now: Date): Promise<readonly LoadRequest[]> {
  const folder = join(projectFolder(), 'sample');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const request = async ({ name, parentPath }: Dirent): Promise<LoadRequest> => {
    const bytes = await readFile(join(parentPath, name));
    return { source: sourceByKey(basename(parentPath)), fileName: name, bytes, told: {}, now, isSimulated: true };
  };
  const requests = await Promise.all(files.filter(({ name }) => name.endsWith('.csv')).map(request));
  return requests.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}
