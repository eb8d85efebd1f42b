import { type TestDatabase, useDatabase } from '../support/database';
import { type TestServer, startTestServer } from './startTestServer';

/** A server of this test file's own, on a database of its own, from the first test to the last. */
export function useServer(environment: Readonly<Record<string, string>> = {}): () => TestServer & TestDatabase {
  const database = useDatabase();
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer(database().url, environment);
  });

  afterAll(() => server.close());

  return () => ({ ...server, ...database() });
}
