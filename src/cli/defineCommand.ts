import type { ParseArgsConfig, parseArgs } from 'node:util';
import type { Database, Use } from '../server/openDatabase';
import type { Config } from '../server/config';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values'];

/** What a command may reach. */
export interface Terminal {
  readonly config: Config;
  /** The moment the command line was entered. */
  readonly now: Date;
  /** True where a person looks on, so that a line may be drawn over. */
  readonly isInteractive: boolean;
  /** One line on standard output. */
  readonly print: (line: string) => void;
  /** Text on standard error: progress, what is wrong. */
  readonly tell: (text: string) => void;
  /** All of standard input. */
  readonly readInput: () => Promise<Buffer>;
  /** Opens the database for as long as `use` runs. */
  readonly withDatabase: <T>(how: Use, use: (database: Database) => Promise<T>) => Promise<T>;
}

export interface Command<O extends Options = Options> {
  /** The file's name, and the word typed after `catalyst`. */
  readonly key: string;
  readonly summary: string;
  /** What may follow the word, one form a line. */
  readonly usage: readonly string[];
  readonly options: O;
  /** @returns The exit code. @throws {CatalystError} whose message is printed as it is. */
  run(terminal: Terminal, values: Values<O>, positionals: readonly string[]): Promise<number>;
}

export const defineCommand = <const O extends Options>(command: Command<O>): Command => command;
