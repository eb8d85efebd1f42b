import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCode } from './errorCode';

/**
 * A connection held for as long as a process needs the server.
 * It shares one lock with the others' leases, so whoever holds that lock alone may stop the server:
 * a newcomer then waits for the lock, loses its connection with the server, and starts it again.
 */
export interface Lease {
  /**
   * Whether nobody else uses the server. From then on nobody can take another lease.
   * Connections that are just being closed are given a moment.
   */
  isLast(): Promise<boolean>;
  end(): Promise<void>;
}

/** Nobody listens · the server is starting or stopping · what listens is not the server meant. */
export type NoLease = 'refused' | 'not now' | 'stranger';

/** @param data The server's data folder; a copy of a clone has a copy of the password too. */
export async function takeLease(url: string, data: string): Promise<Lease | NoLease> {
  const socket = new Socket();
  const client = new Client({ connectionString: url, stream: () => socket, connectionTimeoutMillis: 10_000 });
  const connection = { isLost: false };
  client.on('error', () => {
    connection.isLost = true;
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ found: string }>(`select current_setting('data_directory') as found`);
    if (rows[0]?.found !== data) {
      await client.end();
      return 'stranger';
    }
    await client.query('select pg_advisory_lock_shared($1)', [LEASES]);
  } catch (error) {
    await client.end();
    return connection.isLost ? 'not now' : noLease(error);
  }
  // A process that forgets to stop the server ends nevertheless.
  socket.unref();

  return {
    async isLast() {
      socket.ref();
      try {
        return (await isAlone(client)) && (await hasNoOthers(client));
      } catch (error) {
        // What was killed under us needs no stopping.
        if (connection.isLost || noLease(error) === 'not now') return false;
        throw error;
      }
    },
    end: () => client.end(),
  };
}

/** Any number, the same in every version of this program. */
const LEASES = 20_260_101;

async function isAlone(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [LEASES]);
  return rows[0]?.alone === true;
}

async function hasNoOthers(client: Client): Promise<boolean> {
  for (let attempt = 0; attempt < 15; attempt++) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity
       where backend_type in ('client backend', 'walsender') and pid <> pg_backend_pid()`,
    );
    if (rowCount === 0) return true;
    await pause(20);
  }
  return false;
}

function noLease(error: unknown): NoLease {
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
      return 'refused';
    case '28P01':
      return 'stranger';
    case 'ECONNRESET':
    case '57P01':
    case '57P02':
    case '57P03':
      return 'not now';
  }
  if (error instanceof Error && error.message === 'Connection terminated unexpectedly') return 'not now';
  throw error;
}
