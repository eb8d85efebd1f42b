import { randomBytes } from 'node:crypto';
import { createDataSource } from '../../src/store/dataSource';
import { type EmbeddedServer, startEmbedded } from '../../src/store/embedded/startEmbedded';
import { migrate } from '../../src/store/migrate';
import { projectFolder } from '../../src/store/projectFolder';
import { onServer, withDatabaseName } from './serverOfTests';

declare global {
  /** What the run's end has to stop; Jest runs it in the process of its beginning. */
  var embeddedOfTests: EmbeddedServer | undefined;
}

/**
 * One migrated template database for the run, from which each test file copies its own: on the server
 * of DATABASE_URL, else on an embedded one.
 */
export default async function setup(): Promise<void> {
  const given = process.env.DATABASE_URL ?? '';
  globalThis.embeddedOfTests = given === '' ? await startEmbedded(projectFolder(), { name: 'test' }) : undefined;
  const server = globalThis.embeddedOfTests?.url ?? given;
  const run = `catalyst_test_${randomBytes(5).toString('hex')}`;
  process.env.TEST_SERVER_URL = server;
  process.env.TEST_RUN = run;
  console.log(`\nTests run on ${given === '' ? 'an embedded Postgres' : 'the server of DATABASE_URL'}.`);

  await onServer(server, `CREATE DATABASE ${run} TEMPLATE template0`);
  const template = await createDataSource(withDatabaseName(server, run), { poolSize: 4, statementTimeoutMs: 0 }).initialize();
  await migrate(template);
  await template.destroy();
}
