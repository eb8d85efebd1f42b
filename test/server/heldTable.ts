import { Client } from 'pg';
import { until } from './until';

/** A table that nobody can read until it is let go. */
export interface HeldTable {
  /** Resolves once so many other connections wait for it. */
  isAwaited(by?: number): Promise<void>;
  letGo(): Promise<void>;
}

/** Locks the table `fund` from a connection of its own. */
export async function holdFunds(url: string): Promise<HeldTable> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE fund IN ACCESS EXCLUSIVE MODE');
  const waiting = async (): Promise<number> => {
    const { rows } = await client.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND relation = 'fund'::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows[0]?.waiting ?? 0;
  };
  return {
    isAwaited: async (by = 1) => void (await until(waiting, (count) => count >= by)),
    letGo: () => client.end(),
  };
}
