import { Client } from 'pg';
import { until } from './until';

/** A table that nobody can read until it is let go, at the latest when the test ends. */
export interface HeldTable {
  /** Resolves once another connection waits for it. */
  readonly isAwaited: () => Promise<void>;
  readonly letGo: () => Promise<void>;
}

const holding = new Set<Client>();

afterEach(async () => {
  for (const client of holding) await letGo(client);
});

/** Locks the table `fund` from a connection of its own. */
export async function holdFunds(url: string): Promise<HeldTable> {
  const client = new Client({ connectionString: url });
  await client.connect();
  holding.add(client);
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
    async isAwaited() {
      await until(waiting, (count) => count > 0);
    },
    letGo: () => letGo(client),
  };
}

async function letGo(client: Client): Promise<void> {
  if (holding.delete(client)) await client.end();
}
