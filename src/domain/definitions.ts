import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';

const load = createRequire(__filename);

/** What one file of a folder exports. */
export interface LoadedModule {
  /** The file's name without its ending. */
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The names of the modules in `folder`, sorted, so that nothing depends on the order of the file system. */
export const moduleNames = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => /\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => basename(file, extname(file)))
    .sort();

/** Every module of `folder` in the order of their names, or those of some names. */
export const loadModules = (folder: string, names: readonly string[] = moduleNames(folder)): readonly LoadedModule[] => names.map((name) => ({ name, exports: load(join(folder, name)) as LoadedModule['exports'] }));

/**
 * Loads every definition in `folder`: one per file, its default export, its `key` the file's name.
 * This is what makes adding a source or a command a matter of adding one file.
 *
 * @param names Those of some files, where not all are needed, with what these alone import.
 * @returns The definitions sorted by key.
 * @throws {Error} at start-up if a file's default export does not carry the file's name as its key.
 */
export function loadDefinitions<D extends { readonly key: string }>(folder: string, names?: readonly string[]): ReadonlyMap<string, D> {
  return new Map(
    loadModules(folder, names).map(({ name, exports }) => {
      const definition = exports.default as D | undefined;
      if (definition?.key !== name) throw new Error(`${join(folder, name)} must default-export a definition with key '${name}'.`);
      return [name, definition];
    }),
  );
}
