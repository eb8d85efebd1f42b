import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InvalidInput } from '../domain/errors';
import type { Source } from '../sources/defineSource';
import { type Told, tellable, tellableNames } from '../sources/tellable';
import { archiveFiles } from './archiveFiles';
import type { Terminal } from './defineCommand';
import { whyUnreadable, withinLimit } from './jobBytes';
import { type LoadFiles, fileAt, these } from './LoadFiles';
import { refuse } from './optionValues';
import { isZip } from './zipEntries';

/** Files to load alike. */
export interface LoadJob {
  readonly source: Source;
  readonly told: Told;
  readonly files: LoadFiles;
}

/** What is said of one file, or of each in a directory, by option; empty text is refused. */
export type Said = { readonly [Option in keyof typeof tellable]?: string | undefined };

/**
 * The files that a path stands for: itself, or all in a directory or zip archive whose names are of the source's kind;
 * those of a directory in the order of their names.
 *
 * @throws {InvalidInput} if there is no such path, or no such file in it.
 */
export async function jobAt(source: Source, path: string, said: Said): Promise<LoadJob> {
  return { source, told: toldBy(said), files: await filesAt(source, path) };
}

/** What stands on standard input. */
export function inputJob(source: Source, said: Said, { readInput }: Pick<Terminal, 'readInput'>): LoadJob {
  const files = these({ name: 'standard input', read: async () => withinLimit(await readInput()) });
  return { source, told: toldBy(said), files };
}

async function filesAt(source: Source, path: string): Promise<LoadFiles> {
  if (isDirectory(path)) return filesIn(source, path);
  const isArchive = !source.files.test(basename(path)) && (await isZip(path));
  return isArchive ? archiveFiles(source, path) : these(fileAt(path));
}

function filesIn(source: Source, path: string): LoadFiles {
  const entries = orInvalid(path, () => readdirSync(path, { withFileTypes: true }));
  const names = entries.filter((entry) => !entry.isDirectory() && source.files.test(entry.name)).map(({ name }) => name);
  if (names.length === 0) {
    throw new InvalidInput(`'${path}' holds no file whose name is one of ${source.key}: expected ${String(source.files)}. Name the file itself to load it all the same.`);
  }
  return these(...names.sort().map((name) => fileAt(join(path, name))));
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
