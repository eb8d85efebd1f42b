import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unless } from './errorCode';

/** Where a Postgres that has the data folder says so: it creates the file on start and removes it on stop. */
export interface PostmasterPid {
  readonly text: string;
  /** After a crash nobody's, or meanwhile another program's: only who answers on the port tells. */
  readonly pid: number;
  /** 0 while the file is being written. */
  readonly port: number;
}

export async function postmasterPid(data: string): Promise<PostmasterPid | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(unless('ENOENT'));
  if (text === undefined) return null;
  const [pid, , , port] = text.split('\n').map(Number);
  return { text, pid: pid ?? 0, port: port ?? 0 };
}

/**
 * Takes away what a killed Postgres left. Postgres would do so itself, but two that start at once then take
 * each other's file, and the one that runs cannot be found; so we look at what we took, and give back what is new.
 */
export async function removeStale(data: string, stale: PostmasterPid): Promise<void> {
  const path = join(data, 'postmaster.pid');
  const taken = `${path}.${randomBytes(4).toString('hex')}`;
  await rename(path, taken).catch(unless('ENOENT'));

  const text = await readFile(taken, 'utf8').catch(unless('ENOENT'));
  if (text !== undefined && text !== stale.text) await link(taken, path).catch(unless('EEXIST'));
  await rm(taken, { force: true });
}
