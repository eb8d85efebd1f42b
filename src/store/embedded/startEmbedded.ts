import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CatalystError, DatabaseUnavailable } from '../../domain/errors';
import { cluster, SUPERUSER, type Cluster } from './cluster';
import { isAlive } from './isAlive';
import { launchPostmaster, type Launch } from './launchPostmaster';
import { ownFolder } from './ownFolder';
import { postmasterPid, removeStale, type PostmasterPid } from './postmasterPid';
import { run } from './run';
import { takeLease, type Lease, type NoLease } from './takeLease';

/**
 * Milliseconds: for a server to recover from a crash, or to see that it has lost its `postmaster.pid` and to stop,
 * which it looks for once a minute; between two looks at it; and at most before a launch is repeated, so that
 * those who compete do not meet again.
 */
const PATIENCE = 90_000;
const TURN = 10;
const APART = 300;

/** So many in a row, over a second: what lives under the number in `postmaster.pid` is no Postgres. */
const REFUSALS = 100;

export interface EmbeddedServer {
  readonly url: string;
  /** Whether this call started the server; false when it found it running. */
  readonly isOurs: boolean;
  /** Stops the server, and waits until it is gone, unless somebody else is connected: then it runs on for them. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Another instance beside the clone's own, for tests: its data need not survive the machine's fall. */
  readonly name?: string;
  /** Called where a server had to be started, once it is on its way: what keeps this process busy for a while is best begun then. */
  readonly onLaunched?: () => void;
}

/**
 * The clone's own Postgres: started, or found running, since it outlives the process that started it.
 * @param root The clone's folder.
 * @throws {DatabaseUnavailable} with what Postgres said last.
 */
export async function startEmbedded(root: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  try {
    return await startOrAttach(root, options);
  } catch (cause) {
    if (cause instanceof CatalystError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseUnavailable(`The embedded Postgres cannot be used: ${reason}`, { cause });
  }
}

async function startOrAttach(root: string, { name, onLaunched }: EmbeddedOptions): Promise<EmbeddedServer> {
  const made = await cluster(await ownFolder(root), name);
  let launch: Launch | null = null;
  let refusals = 0;

  const patience = AbortSignal.timeout(PATIENCE);
  while (!patience.aborted) {
    const found = await postmasterPid(made.data);
    const url = `postgres://${SUPERUSER}:${made.password}@127.0.0.1:${found?.port}/postgres`;
    const lease = await leaseOf(found, url, made.data);
    if (found !== null && typeof lease === 'object') {
      return { url, isOurs: found.pid === launch?.pid, stop: once(() => giveUp(lease, made, found.pid)) };
    }

    refusals = lease === 'refused' ? refusals + 1 : 0;
    const isAwaited = lease === 'not now' || (lease === 'refused' && refusals < REFUSALS);
    if (launch !== null && (await launch.mayBeRepeated())) {
      launch = null;
      await pause(Math.random() * APART);
    } else if (launch === null && !isAwaited) {
      if (found !== null) await removeStale(made.data, found);
      launch = await launchPostmaster(made);
      onLaunched?.();
    }
    await pause(TURN);
  }
  throw new DatabaseUnavailable(`The embedded Postgres was not ready in time; see ${made.log}.`);
}

async function leaseOf(found: PostmasterPid | null, url: string, data: string): Promise<Lease | NoLease | 'dead'> {
  if (found?.port === 0) return 'refused';
  return found !== null && isAlive(found.pid) ? takeLease(url, data) : 'dead';
}

async function giveUp(lease: Lease, cluster: Cluster, pid: number): Promise<void> {
  try {
    if (await lease.isLast()) await shutDown(cluster, pid);
  } finally {
    await lease.end();
  }
}

async function shutDown({ bin, data, account }: Cluster, pid: number): Promise<void> {
  // Not for pg_ctl to wait: it would wait for the next server too, which a newcomer may be starting already.
  await run(join(bin, 'pg_ctl'), ['stop', '--pgdata', data, '--mode=fast', '--no-wait'], account);
  const patience = AbortSignal.timeout(PATIENCE);
  while (!patience.aborted) {
    if ((await postmasterPid(data))?.pid !== pid) return;
    await pause(TURN);
  }
  throw new DatabaseUnavailable(`The embedded Postgres, process ${pid}, does not stop.`);
}

function once<T>(action: () => T): () => T {
  let done: { result: T } | null = null;
  return () => (done ??= { result: action() }).result;
}
