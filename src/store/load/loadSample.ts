import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { sourceByKey } from '../../sources/sources';
import { projectFolder } from '../projectFolder';
import { loadFile } from './loadFile';

/**
 * Gives an empty database the small invented sample, so that the first query has an answer. A database
 * that ever ran a load keeps what it has.
 *
 * @returns Whether the sample was loaded.
 */
export async function loadSample(db: DataSource, now: Date): Promise<boolean> {
  const [{ isEmpty }] = await db.query<[{ isEmpty: boolean }]>('SELECT NOT EXISTS (SELECT FROM load) AS "isEmpty"');
  if (!isEmpty) return false;
  const folder = join(projectFolder(), 'sample');
  for (const fileName of (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort()) {
    const bytes = await readFile(join(folder, fileName));
    await loadFile(db, { source: sourceByKey('csv-holdings'), fileName, bytes, told: {}, now, isSimulated: true });
  }
  return true;
}
