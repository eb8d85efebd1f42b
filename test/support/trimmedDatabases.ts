import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/store/dataSource';
import { factKinds, rebuildDerived } from '../../src/store/load/factKinds';
import { inLoad } from '../../src/store/load/inLoad';
import { Knowledge } from '../../src/domain/knowledge';
import { copy, freshName } from './database';
import { onServer, withDatabaseName } from './serverOfTests';
import { trimReleaseDays } from './trimReleaseDays';
import { trimVintages } from './trimVintages';

/** Where a reader stands. */
export interface Stand {
  readonly asOf: string;
  readonly knowledge: Knowledge;
}

/**
 * Copies of one filled database: one whole, and for each stand one that never received a fact known later, with what is derived
 * from facts derived from those that are left.
 */
class TrimmedDatabases {
  private made = 0;
  private readonly open = new Map<DataSource, string>();

  constructor(
    private readonly server: string,
    /** Its name begins the copies'. Nobody may be connected to it. */
    private readonly filled: string,
  ) {}

  whole(): Promise<DataSource> {
    return this.copy();
  }

  async trimmed({ asOf, knowledge }: Stand): Promise<DataSource> {
    const db = await this.copy();
    await inLoad(db, async (client) => {
      await trimVintages(client, { asOf, knowledge });
      await trimReleaseDays(client, { asOf, knowledge });
      // It points to facts that may go, and is derived again.
      await client.query('DELETE FROM share_count');
      const day = knowledge === Knowledge.ANY ? 'known_on' : 'proven_on';
      for (const table of await factTables(client)) await client.query(`DELETE FROM ${table} WHERE ${day} > $1::date`, [asOf]);
      await rebuildDerived(client);
    });
    return db;
  }

  /** Drops one of them that is not needed any more. */
  async drop(db: DataSource): Promise<void> {
    const name = this.open.get(db);
    this.open.delete(db);
    await db.destroy();
    if (name !== undefined) await onServer(this.server, `DROP DATABASE ${name} WITH (FORCE)`);
  }

  async dropAll(): Promise<void> {
    for (const db of [...this.open.keys()]) await this.drop(db);
  }

  private async copy(): Promise<DataSource> {
    this.made += 1;
    const name = `${this.filled}_${this.made}`;
    await onServer(this.server, `CREATE DATABASE ${name} TEMPLATE ${this.filled}`);
    const db = await createDataSource(withDatabaseName(this.server, name), { poolSize: 2, statementTimeoutMs: 0 }).initialize();
    this.open.set(db, name);
    return db;
  }
}

/** Copies of a database of this test file's own, filled before its first test and gone after its last; `whole` is the one of which nothing was taken. */
export function useTrimmedDatabases(fill: (db: DataSource) => Promise<void>) {
  const { TEST_SERVER_URL: server = '', TEST_RUN: template = '' } = process.env;
  const filled = freshName();
  const databases = new TrimmedDatabases(server, filled);
  let whole: DataSource;

  beforeAll(async () => {
    await copy(server, template, filled);
    const db = await createDataSource(withDatabaseName(server, filled), { poolSize: 2, statementTimeoutMs: 0 }).initialize();
    await fill(db);
    await db.destroy();
    whole = await databases.whole();
  });

  afterAll(async () => {
    await databases.dropAll();
    await onServer(server, `DROP DATABASE ${filled} WITH (FORCE)`);
  });

  return { databases, whole: () => whole };
}

/** Kinds of facts that are trimmed by rules of their own. */
const OWN_RULES = ['series', 'releaseDates'];

/** Every table whose rows say when they were known, but for those that have rules of their own, those that point to others first. */
async function factTables(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'proven_on' ORDER BY 1`,
  );
  const dated = rows.map(({ table }) => table);
  const loaded = factKinds.flatMap(({ key, tables }) => (OWN_RULES.includes(key) ? [] : tables));
  const trimmed = factKinds.flatMap(({ key, tables }) => (OWN_RULES.includes(key) ? tables : []));
  return [...loaded.filter((table) => dated.includes(table)), ...dated.filter((table) => !loaded.includes(table) && !trimmed.includes(table))];
}
