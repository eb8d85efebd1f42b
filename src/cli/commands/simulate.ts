import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInput } from '../../domain/errors';
import { parseIsoDate } from '../../domain/isoDate';
import { type SimulationOptions, SimulationMode, checkOptions, defaultSimulation } from '../../simulation/options';
import { simulatedFiles } from '../../simulation/simulatedFiles';
import { replaceSimulation } from '../../store/load/loadSimulation';
import { type Terminal, defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';
import { keepSignals } from '../keepSignals';
import { oneOf, refuse } from '../optionValues';
import { SimulationProgress } from '../SimulationProgress';

const { seed, companies, years, funds, lastOn, mode } = defaultSimulation;

export default defineCommand({
  key: 'simulate',
  summary: 'Simulate a market: into the database where nothing real is, or as files.',
  usage: [`[--seed ${seed}] [--companies ${companies}] [--years ${years}] [--funds ${funds}] [--last-on ${lastOn}] [--mode ${mode}|NULL] [--out DIRECTORY]`],
  options: {
    seed: { type: 'string', default: String(seed) },
    companies: { type: 'string', default: String(companies) },
    years: { type: 'string', default: String(years) },
    funds: { type: 'string', default: String(funds) },
    'last-on': { type: 'string', default: lastOn },
    mode: { type: 'string', default: mode },
    out: { type: 'string' },
  },
  async run(terminal, { out, ...said }, positionals) {
    if (positionals.length > 0) throw new InvalidInput(`simulate takes options alone, found '${positionals.join(' ')}'.`);
    const options = optionsOf(said);
    if (out === undefined) await toDatabase(terminal, options);
    else toFiles(terminal, options, out);
    return exitCodes.ok.code;
  },
});

type Said = Readonly<Record<'seed' | 'companies' | 'years' | 'funds' | 'last-on' | 'mode', string>>;

/** @throws {InvalidInput} naming the option and what it may be. */
function optionsOf(said: Said): SimulationOptions {
  const count = (option: keyof Said): number => (/^\d{1,10}$/.test(said[option]) ? Number(said[option]) : refuse(option, 'a whole number', said[option]));
  const options = {
    ...{ seed: count('seed'), companies: count('companies'), years: count('years'), funds: count('funds') },
    lastOn: parseIsoDate(said['last-on']) ?? refuse('last-on', 'a day written YYYY-MM-DD', said['last-on']),
    mode: oneOf('mode', said.mode, Object.values(SimulationMode)),
  };
  checkOptions(options);
  return options;
}

async function toDatabase(terminal: Terminal, options: SimulationOptions): Promise<void> {
  const progress = new SimulationProgress(terminal);
  await terminal.withDatabase({ statementTimeoutMs: 0 }, async ({ db }) => {
    await replaceSimulation(db, options, simulatedFiles(options), progress.show);
    await keepSignals({ db }, { now: terminal.now });
  });
  terminal.print(`simulated ${progress.end()} files: a market of ${options.companies} companies and ${options.funds} funds until ${options.lastOn}. Nothing in it was ever published.`);
}

/** Writes each file into the folder of its source; a directory that is not empty could hold files of another market. */
function toFiles(terminal: Terminal, options: SimulationOptions, out: string): void {
  const progress = new SimulationProgress(terminal);
  for (const file of simulatedFiles(options)) {
    const folder = join(out, file.source);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file.name), file.text);
    progress.show(file);
  }
  writeFileSync(join(out, 'SIMULATED.txt'), `${NOTICE}\n${JSON.stringify(options)}\n`);
  terminal.print(`wrote ${progress.end()} simulated files to ${out}`);
}

const NOTICE = 'Every number in this folder is invented by `catalyst simulate`: no company, fund or agency ever published any of it.';
