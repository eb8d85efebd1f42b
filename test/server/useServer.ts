import { useDatabase } from '../support/database';
import { type TestServer, startTestServer } from './startTestServer';

/** A server of this test file's own, on a database of its own, from the first test to the last. */
export function useServer(): () => TestServer {
  const database = useDatabase();
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer(database().url);
  });

  return () => server;
}
