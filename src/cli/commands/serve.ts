import { once } from 'node:events';
import pino from 'pino';
import { startServer } from '../../server/startServer';
import { loadSample } from '../../store/load/loadSample';
import { defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';

export default defineCommand({
  key: 'serve',
  summary: 'Serve the graph over HTTP until told to stop (Ctrl-C, SIGTERM).',
  usage: [''],
  options: {},
  run: ({ config, now, print, withDatabase }) =>
    withDatabase({ statementTimeoutMs: config.STATEMENT_TIMEOUT_MS }, async ({ db, description }) => {
      const log = pino({ level: config.LOG_LEVEL, base: null }, pino.destination(2));
      const isSampleNew = await loadSample(db, now);
      const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
      const server = await startServer(db, config, log);

      print(`graph       ${server.address}/graphql`);
      print(`playground  ${server.address}/playground`);
      print(`database    ${description}`);
      if (isSampleNew) print('data        a small simulated sample: nothing in it was ever published. `npx catalyst load` brings real files.');

      await stopped;
      log.info('stopping');
      process.once('SIGINT', () => process.exit(exitCodes.internal.code));
      await server.stop();
      return exitCodes.ok.code;
    }),
});
