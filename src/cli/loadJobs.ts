import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInput } from '../domain/errors';
import type { Source } from '../sources/defineSource';
import { type Told, tellable, tellableNames } from '../sources/tellable';
import { refuse } from './optionValues';

/** A file to load, before its bytes are read. `-` is standard input. */
export interface LoadJob {
  readonly source: Source;
  readonly path: string;
  readonly told: Told;
}

/** What is said of one file, or of each in a directory, by option; empty text is refused. */
export type Said = { readonly [Option in keyof typeof tellable]?: string | undefined };

/**
 * The files that a path stands for: itself, or all in a directory whose names are of the source's kind, in order.
 * @throws {InvalidInput} if there is no such path, or no such file in it.
 */
export function jobsAt(source: Source, path: string, said: Said): readonly LoadJob[] {
  const told = toldBy(said);
  return filesAt(source, path).map((file) => ({ source, path: file, told }));
}

function filesAt(source: Source, path: string): readonly string[] {
  if (path === '-') return [path];
  if (!isDirectory(path)) return [path];
  const entries = orInvalid(path, () => readdirSync(path, { withFileTypes: true }));
  const names = entries.filter((entry) => !entry.isDirectory() && source.files.test(entry.name)).map(({ name }) => name);
  if (names.length === 0) {
    throw new InvalidInput(`'${path}' holds no file whose name is one of ${source.key}: expected ${String(source.files)}. Name the file itself to load it all the same.`);
  }
  return names.sort().map((name) => join(path, name));
}

function isDirectory(path: string): boolean {
  const found = orInvalid(path, () => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined) throw new InvalidInput(`There is no file or directory '${path}'.`);
  return found.isDirectory();
}

function orInvalid<T>(path: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw new InvalidInput(`'${path}' ${whyUnreadable(error)}.`, { cause: error });
  }
}

/** What the operating system has against reading a file, in words: `cannot be read: permission denied`. */
export function whyUnreadable(error: unknown): string {
  const { message } = error as NodeJS.ErrnoException;
  return `cannot be read: ${message.replace(/^[A-Z0-9_]+: /, '').replace(/, [a-z]+( '.*')?$/s, '')}`;
}

/** @throws {InvalidInput} naming the option and what it expects. */
function toldBy(said: Said): Told {
  return Object.fromEntries(
    tellableNames.flatMap((option) => {
      const text = said[option];
      return text === undefined ? [] : [[camelCase(option), valueOf(option, text)]];
    }),
  );
}

const camelCase = (option: string): string => option.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function valueOf(option: keyof typeof tellable, text: string): string {
  const { expected, parse } = tellable[option];
  return parse(text) ?? refuse(option, expected, text);
}
