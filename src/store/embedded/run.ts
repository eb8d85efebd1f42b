import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseUnavailable } from '../../domain/errors';
import type { OwnFolder } from './ownFolder';

/** What each of Postgres' programs is started with: nothing of our environment but what Windows needs. */
export function spawnOptions(account: OwnFolder['account']) {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { ...account, cwd: '/', env: { PATH, SystemRoot, TEMP, LC_ALL: 'C' }, windowsHide: true };
}

/**
 * Runs one of Postgres' programs to its end.
 * @throws {DatabaseUnavailable} with the last lines it printed.
 */
export async function run(program: string, args: readonly string[], account: OwnFolder['account']): Promise<void> {
  try {
    await promisify(execFile)(program, args, spawnOptions(account));
  } catch (cause) {
    // The message of a program that failed is what it was called with, and then what it printed to stderr.
    throw new DatabaseUnavailable(lastLines(cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

/** On one line. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join(' | ');
}
