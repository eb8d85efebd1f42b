import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type EmbeddedServer, startEmbedded } from '../../src/store/embedded/startEmbedded';
import { createDataSource } from '../../src/store/dataSource';
import { migrate } from '../../src/store/migrate';
import { projectFolder } from '../../src/store/projectFolder';
import { withDatabaseName } from './databaseUrl';

/**
 * One migrated template database for the run, from which each test file copies its own: on the server
 * of DATABASE_URL, else on an embedded one. All are dropped when the run ends.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const embedded: EmbeddedServer | undefined = given ? undefined : await startEmbedded(projectFolder(), { name: 'test' });
  const server = given || embedded?.url || '';
  const run = `catalyst_test_${randomBytes(5).toString('hex')}`;
  process.env.TEST_SERVER_URL = server;
  process.env.TEST_RUN = run;
  console.log(`\nTests run on ${embedded === undefined ? 'the server of DATABASE_URL' : 'an embedded Postgres'}.`);

  await asAdmin(server, `CREATE DATABASE ${run} TEMPLATE template0`);
  const template = await createDataSource(withDatabaseName(server, run), { poolSize: 4, statementTimeoutMs: 0 }).initialize();
  await migrate(template);
  await template.destroy();

  return async () => {
    const databases = await asAdmin(server, `SELECT datname FROM pg_database WHERE datname LIKE '${run}%'`);
    for (const { datname } of databases) await asAdmin(server, `DROP DATABASE "${datname}" WITH (FORCE)`);
    await embedded?.stop();
  };
}

async function asAdmin(url: string, statement: string): Promise<readonly { readonly datname: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ datname: string }>(statement)).rows;
  } finally {
    await client.end();
  }
}
