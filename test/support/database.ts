import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/store/dataSource';
import { onServer, withDatabaseName } from './serverOfTests';

export interface TestDatabase {
  readonly url: string;
  readonly db: DataSource;
}

let made = 0;

/**
 * A migrated database of this test file's own: the shipped funds and nothing else. Ask for it within a
 * test; it is there from the first to the last.
 */
export function useDatabase(): () => TestDatabase {
  const { TEST_SERVER_URL: server = '', TEST_RUN: template = '' } = process.env;
  const name = freshName();
  const url = withDatabaseName(server, name);
  let db: DataSource;

  beforeAll(async () => {
    await copy(server, template, name);
    db = await createDataSource(url, { poolSize: 4, statementTimeoutMs: 0 }).initialize();
  });

  afterAll(async () => {
    await db.destroy();
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  return () => ({ url, db });
}

/** A name that no other database of the run has. */
export function freshName(): string {
  made += 1;
  return `${process.env.TEST_RUN ?? ''}_${process.pid}_${made}_${Math.floor(performance.now() * 1_000)}`;
}

/** A template can be copied by one at a time: the others wait at the lock, which goes with the connection. */
export async function copy(server: string, template: string, name: string): Promise<void> {
  await onServer(server, `SELECT pg_advisory_lock(hashtext('${template}'))`, `CREATE DATABASE ${name} TEMPLATE ${template}`);
}
