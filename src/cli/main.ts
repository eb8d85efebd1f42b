import 'reflect-metadata';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { loadDefinitions, moduleNames } from '../domain/definitions';
import { CatalystError, DatabaseUnavailable, InvalidConfiguration, InvalidInput, NotFound, SourceFormat } from '../domain/errors';
import { readConfig } from '../server/config';
import { openDatabase } from '../server/openDatabase';
import type { Command, Terminal } from './defineCommand';
import { exitCodes } from './exitCodes';

const COMMANDS = join(__dirname, 'commands');

/** Runs one command line. @returns The exit code. */
export async function main([word = 'help', ...args]: readonly string[]): Promise<number> {
  try {
    if (['help', '--help', '-h'].includes(word)) {
      process.stdout.write(`${help()}\n`);
      return exitCodes.ok.code;
    }
    const command = commandNamed(word);
    if (args.includes('--help')) {
      process.stdout.write(`${helpFor(command)}\n`);
      return exitCodes.ok.code;
    }
    const { values, positionals } = parseCommandLine(command, args);
    return await command.run(terminal(), values, positionals);
  } catch (error) {
    process.stderr.write(`${error instanceof CatalystError ? error.message : String((error as Error).stack ?? error)}\n`);
    return exitCodeOf(error);
  }
}

/** That command alone is loaded: all of them together take a second to load. */
function commandNamed(word: string): Command {
  const names = moduleNames(COMMANDS);
  const command = loadDefinitions<Command>(COMMANDS, names.filter((name) => name === word)).get(word);
  if (command === undefined) throw new NotFound('command', word, names);
  return command;
}

function parseCommandLine(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true });
  } catch (error) {
    throw new InvalidInput(`${(error as Error).message}\n${helpFor(command)}`);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof DatabaseUnavailable) return exitCodes.database.code;
  const isUsage = [InvalidInput, NotFound, InvalidConfiguration, SourceFormat].some((kind) => error instanceof kind);
  return isUsage ? exitCodes.usage.code : exitCodes.internal.code;
}

function terminal(): Terminal {
  const config = readConfig(process.env);
  return {
    config,
    now: new Date(),
    isInteractive: process.stderr.isTTY,
    print: (line) => void process.stdout.write(`${line}\n`),
    tell: (text) => void process.stderr.write(text),
    readInput: () => buffer(process.stdin),
    async withDatabase(how, use) {
      const database = await openDatabase(config, how);
      try {
        return await use(database);
      } finally {
        await database.close();
      }
    },
  };
}

const helpFor = ({ key, usage, summary }: Command): string =>
  [summary, ...usage.map((form) => `  catalyst ${key} ${form}`.trimEnd())].join('\n');

function help(): string {
  const commands = loadDefinitions<Command>(COMMANDS);
  const width = Math.max(...[...commands.keys()].map((key) => key.length));
  const lines = [...commands.values()].map(({ key, summary }) => `  ${key.padEnd(width)}  ${summary}`);
  return ['catalyst COMMAND [--help]', '', ...lines, '', 'Exit codes:', ...Object.values(exitCodes).map(({ code, meaning }) => `  ${code}  ${meaning}`)].join('\n');
}
