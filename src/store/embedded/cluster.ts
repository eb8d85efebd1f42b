import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from '../../domain/errors';
import { makeOnce } from './makeOnce';
import { nativeBinaries } from './nativeBinaries';
import { letPostgresPass, type OwnFolder } from './ownFolder';
import { run } from './run';

export const SUPERUSER = 'catalyst';

/** What `initdb` made, the only key to it, and the programs that serve it. */
export interface Cluster {
  readonly bin: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly account: OwnFolder['account'];
  /** Whether the data may be lost when the machine falls: so it is with a cluster that has a name. */
  readonly isThrowaway: boolean;
}

/**
 * The data folder and its password, made together when they are lacking; once complete they are never removed.
 * @throws {DatabaseUnavailable} when another major version of Postgres made them.
 */
export async function cluster(folder: OwnFolder, name?: string): Promise<Cluster> {
  const { account } = folder;
  const { bin, major } = await nativeBinaries(folder);
  const isThrowaway = name !== undefined;
  const place = join(folder.path, isThrowaway ? `cluster-${name}` : 'cluster');
  const data = join(place, 'data');
  await makeOnce(place, (unfinished) => initialise(unfinished, { bin, account, isThrowaway }));

  const madeBy = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (madeBy !== major) {
    const remedy = 'Move the folder away to begin anew, or use the version of this program that made it.';
    throw new DatabaseUnavailable(`${place} was made by Postgres ${madeBy}; this is Postgres ${major}. ${remedy}`);
  }
  const password = await readFile(join(place, 'password'), 'utf8');
  return { bin, data, log: join(place, 'log'), password, account, isThrowaway };
}

async function initialise(
  place: string,
  { bin, account, isThrowaway }: Pick<Cluster, 'bin' | 'account' | 'isThrowaway'>,
): Promise<void> {
  const data = join(place, 'data');
  const password = join(place, 'password');
  await mkdir(data, { mode: 0o700 });
  await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account !== null) {
    await letPostgresPass(place, account);
    await chown(data, account.uid, account.gid);
    await chown(password, account.uid, account.gid);
  }
  const flags = [`--pgdata=${data}`, `--pwfile=${password}`, ...INITDB, ...(isThrowaway ? ['--no-sync'] : [])];
  await run(join(bin, 'initdb'), flags, account);
}

/** The builtin locale sorts and compares alike on every platform, whatever the C library knows. */
const INITDB = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];
