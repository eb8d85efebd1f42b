import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './isAlive';

/**
 * A folder that is there whole or not at all: it is made beside its place and then moved there.
 * A killed maker leaves an unfinished folder that the next one removes; of two at once, the second finds it made.
 */
export async function makeOnce(folder: string, make: (unfinished: string) => Promise<void> | void): Promise<void> {
  if (existsSync(folder)) return;
  await removeAbandoned(folder);

  const unfinished = `${folder}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await make(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await remove(unfinished);
    if (!existsSync(folder)) throw error;
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    const [, pid] = name.startsWith(`${basename(folder)}.`) ? (/\.(\d+)\.[0-9a-f]{8}$/.exec(name) ?? []) : [];
    if (pid !== undefined && !isAlive(Number(pid))) await remove(join(dirname(folder), name));
  }
}

/** Patient, because what a killed maker started may still be writing for a moment. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
