import { once } from 'node:events';
import pino from 'pino';
import { mayListen } from '../../server/listen';
import { startServer } from '../../server/startServer';
import { defaultSimulation } from '../../simulation/options';
import { simulatedFiles } from '../../simulation/simulatedFiles';
import { loadSimulation } from '../../store/load/loadSimulation';
import { defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';
import { SimulationProgress } from '../SimulationProgress';

export default defineCommand({
  key: 'serve',
  summary: 'Serve the graph over HTTP until told to stop (Ctrl-C, SIGTERM).',
  usage: [''],
  options: {},
  run: ({ config, isInteractive, print, tell, withDatabase }) =>
    withDatabase({ statementTimeoutMs: config.STATEMENT_TIMEOUT_MS }, async ({ db, description }) => {
      await mayListen(config);
      const log = pino({ level: config.LOG_LEVEL, base: null }, pino.destination(2));
      const progress = new SimulationProgress({ isInteractive, tell });
      const isNew = await loadSimulation(db, defaultSimulation, simulatedFiles(defaultSimulation), progress.show);
      progress.end();
      const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
      const server = await startServer(db, config, log);

      print(`graph       ${server.address}/graphql`);
      print(`playground  ${server.address}/playground`);
      print(`database    ${description}`);
      if (isNew) print(`data        a simulated market until ${defaultSimulation.lastOn}: nothing in it was ever published. \`npx catalyst load --replace-simulated\` brings real files.`);

      await stopped;
      log.info('stopping');
      process.once('SIGINT', () => process.exit(exitCodes.internal.code));
      await server.stop();
      return exitCodes.ok.code;
    }),
});
