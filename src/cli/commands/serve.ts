import { defineCommand } from '../defineCommand';

/** What serves takes a second to load: as long as an embedded Postgres takes to start. */
const serving = () => import('../serving.js');

export default defineCommand({
  key: 'serve',
  summary: 'Serve the graph over HTTP until told to stop (Ctrl-C, SIGTERM).',
  usage: [''],
  options: {},
  run: (terminal) =>
    terminal.withDatabase({ statementTimeoutMs: terminal.config.STATEMENT_TIMEOUT_MS, load: serving }, async (database) => (await serving()).serveUntilStopped(terminal, database)),
});
