import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseUnavailable } from '../../domain/errors';
import type { Cluster } from './cluster';
import { lastLines, spawnOptions } from './run';

export interface Launch {
  readonly pid: number | undefined;
  /**
   * Whether it has ended for a reason that passes.
   * @throws {DatabaseUnavailable} when it has ended for another, with the last lines of its log.
   */
  mayBeRepeated(): Promise<boolean>;
}

/**
 * Starts Postgres on a free port of this machine, apart from this process: it outlives it.
 * Of two at once one ends again: Postgres' own `postmaster.pid` is the lock.
 */
export async function launchPostmaster(cluster: Cluster): Promise<Launch> {
  const port = await freePort();
  const log = await open(cluster.log, 'a', 0o600);
  const { size: logStart } = await log.stat();

  const settings = [...SETTINGS, ...(cluster.isThrowaway ? THROWAWAY : [])].flatMap((setting) => ['-c', setting]);
  const postgres = spawn(join(cluster.bin, 'postgres'), ['-D', cluster.data, '-p', `${port}`, ...settings], {
    ...spawnOptions(cluster.account),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await once(postgres, 'spawn').finally(() => log.close());
  postgres.unref();

  return {
    pid: postgres.pid,
    async mayBeRepeated() {
      if (postgres.exitCode === null && postgres.signalCode === null) return false;
      const said = (await readFile(cluster.log)).subarray(logStart).toString();
      if (postgres.exitCode === 0 || PASSING.test(said)) return true;
      throw new DatabaseUnavailable(`The embedded Postgres ended at once; ${cluster.log} ends: ${lastLines(said)}`);
    },
  };
}

/** Another was first, or is just being so; the port was taken; a killed server’s children still hold its memory. */
const PASSING = /already exists|is empty|already in use|still in use/;

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=128MB',
  'work_mem=16MB',
  'max_wal_size=4GB',
  'random_page_cost=1.1',
  // Compiling costs more than it saves in queries of milliseconds.
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  // A client is told of its errors; the log is for what befalls the server.
  'log_min_messages=log',
  'log_checkpoints=off',
];

const THROWAWAY = ['fsync=off', 'full_page_writes=off'];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
