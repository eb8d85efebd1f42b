import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
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

async function sampleRequests(now: Date): Promise<readonly LoadRequest[]> {
  const folder = join(projectFolder(), 'sample');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  const request = async (fileName: string): Promise<LoadRequest> => {
    const bytes = await readFile(join(folder, fileName));
    return { source: sourceByKey('csv-holdings'), fileName, bytes, told: {}, now, isSimulated: true };
  };
  return Promise.all(names.map(request));
}
