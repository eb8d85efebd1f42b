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

/** Every module of `folder` in the order of its files' names, so that nothing depends on the order of the file system. */
export function loadModules(folder: string): readonly LoadedModule[] {
  const files = readdirSync(folder).filter((file) => /\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'));
  return files.sort().map((file) => ({ name: basename(file, extname(file)), exports: load(join(folder, file)) as LoadedModule['exports'] }));
}

/**
 * Loads every definition in `folder`: one per file, its default export, its `key` the file's name.
 * This is what makes adding a source or a command a matter of adding one file.
 *
 * @returns The definitions sorted by key.
 * @throws {Error} at start-up if a file's default export does not carry the file's name as its key.
 */
export function loadDefinitions<D extends { readonly key: string }>(folder: string): ReadonlyMap<string, D> {
  return new Map(
    loadModules(folder).map(({ name, exports }) => {
      const definition = exports.default as D | undefined;
      if (definition?.key !== name) throw new Error(`${join(folder, name)} must default-export a definition with key '${name}'.`);
      return [name, definition];
    }),
  );
}
