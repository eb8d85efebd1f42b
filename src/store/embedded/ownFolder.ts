import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from '../../domain/errors';

/** Whom Postgres runs as instead of root, whom it refuses. The number needs no entry in /etc/passwd. */
const NOBODY = { uid: 65534, gid: 65534 };

/** Where root's Postgres lives: the clone itself may lie below a folder that only root can enter. */
const ROOTS_PLACE = '/var/tmp';

export interface OwnFolder {
  readonly path: string;
  /** Whom Postgres runs as; null for an ordinary user, who runs it as himself. */
  readonly account: typeof NOBODY | null;
}

/**
 * The folder of the Postgres that belongs to one clone, made when it is lacking.
 * Nobody but its owner and Postgres can enter it.
 *
 * @throws {DatabaseUnavailable} when somebody else has put a folder or a link in its place.
 */
export async function ownFolder(root: string): Promise<OwnFolder> {
  const clone = await realpath(root);
  const folder: OwnFolder =
    process.geteuid?.() === 0
      ? { path: join(ROOTS_PLACE, `catalyst-graph-${shortHash(clone)}`), account: NOBODY }
      : { path: join(clone, '.catalyst', 'postgres'), account: null };

  await mkdir(folder.path, { recursive: true, mode: 0o700 });
  const found = await lstat(folder.path);
  if (!found.isDirectory() || found.uid !== (process.geteuid?.() ?? found.uid)) {
    throw new DatabaseUnavailable(`${folder.path} is not a folder of the user who runs this; move it away.`);
  }
  await letPostgresPass(folder.path, folder.account);
  return folder;
}

/** Postgres may reach what it knows in the folder, but not list it or put anything there. */
export async function letPostgresPass(path: string, account: OwnFolder['account']): Promise<void> {
  if (account === null) return;
  await chown(path, 0, account.gid);
  await chmod(path, 0o710);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
