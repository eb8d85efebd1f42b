import { setImmediate } from 'node:timers/promises';
import { Client } from 'pg';
import { type Answered, Reader } from '../../../src/store/Reader';
import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { load, worth } from './invented';

const database = useDatabase();

/** Three parts of one answer that a load changes together; `index` is what a lock holds up. */
const QUESTION = `{
  etf(symbol: "IWM") { index { name } snapshot { totalMarketValue age holdings { totalMarketValue nodes { marketValue } } } }
}`;

interface Held {
  readonly etf: {
    readonly snapshot: { readonly totalMarketValue: number; readonly holdings: { readonly totalMarketValue: number; readonly nodes: readonly { readonly marketValue: number }[] } };
  };
}

describe('a load that commits while a query runs', () => {
  it('shows in all of its answer or in none, and the version says in which', async () => {
    const { db, url } = database();
    await load(db, [worth('100')], { knownOn: '2025-03-04' });
    const holder = new Client({ connectionString: url });
    await holder.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE benchmark_index IN ACCESS EXCLUSIVE MODE');
      const asking = ask(db, QUESTION);
      await untilBlocked(holder);
      await load(db, [worth('90')], { knownOn: '2025-03-05' });
      await holder.query('COMMIT');

      const { data, extensions } = (await asking).result;
      const { snapshot } = (data as unknown as Held).etf;
      const { version } = extensions?.data as { readonly version: string };
      const seen = [snapshot.totalMarketValue, snapshot.holdings.totalMarketValue, ...snapshot.holdings.nodes.map(({ marketValue }) => marketValue)];
      const worthAt: Readonly<Record<string, number>> = { 1: 100, 2: 90 };
      expect(seen).toEqual([worthAt[version], worthAt[version], worthAt[version]]);
    } finally {
      await holder.end();
    }
  });

  it('does not show in the second statement of an operation that began before it', async () => {
    const { db } = database();
    const newest = { text: 'SELECT json_agg(total_market_value ORDER BY total_market_value) FROM snapshot', values: [] };
    const reader = new Reader(db);
    const answers = await reader.inOneSnapshot(async (read): Promise<readonly Answered[]> => {
      const before = await read(newest);
      await load(db, [worth('80')], { knownOn: '2025-03-06' });
      return [before, await read(newest)];
    });
    expect(answers[1]).toEqual(answers[0]);
    expect((await reader.read(newest)).version).not.toBe(answers[0]?.version);
  });
});

async function untilBlocked(client: Client): Promise<void> {
  const isBlocked = `SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  while ((await client.query(isBlocked)).rowCount === 0) await setImmediate();
}
