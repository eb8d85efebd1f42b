import { onServer } from './serverOfTests';

/** Drops every database of the run, also those of test files that died, and stops the embedded server. */
export default async function teardown(): Promise<void> {
  const { TEST_SERVER_URL: server = '', TEST_RUN: run = '' } = process.env;
  const left = await onServer(server, `SELECT datname FROM pg_database WHERE starts_with(datname, '${run}')`);
  for (const { datname } of left) await onServer(server, `DROP DATABASE "${datname}" WITH (FORCE)`);
  await globalThis.embeddedOfTests?.stop();
}
