import { once } from 'node:events';
import pino from 'pino';
import { mayListen } from '../server/listen';
import type { Database } from '../server/openDatabase';
import { startServer } from '../server/startServer';
import { defaultSimulation } from '../simulation/options';
import { simulatedFiles } from '../simulation/simulatedFiles';
import { loadSimulation } from '../store/load/loadSimulation';
import type { Terminal } from './defineCommand';
import { exitCodes } from './exitCodes';
import { SimulationProgress } from './SimulationProgress';

/** Serves the graph over a database, which is given a simulated market if it never had a load, until this process is told to stop. @returns The exit code. */
export async function serveUntilStopped({ config, isInteractive, print, tell }: Terminal, { db, description }: Pick<Database, 'db' | 'description'>): Promise<number> {
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
}
