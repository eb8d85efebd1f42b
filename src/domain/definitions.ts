import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';

const load = createRequire(__filename);

/**
 * Loads every definition in `folder`: one per file, its default export, its `key` the file's name.
 * This is what makes adding a source or a command a matter of adding one file.
 *
 * @returns The definitions sorted by key, so nothing depends on the order of the file system.
 * @throws {Error} at start-up if a file's default export does not carry the file's name as its key.
 */
export function loadDefinitions<D extends { readonly key: string }>(folder: string): ReadonlyMap<string, D> {
  const files = readdirSync(folder).filter((file) => /\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'));
  return new Map(
    files.sort().map((file) => {
      const key = basename(file, extname(file));
      const definition = (load(join(folder, file)) as { default?: D }).default;
      if (definition?.key !== key) {
        throw new Error(`${join(folder, file)} must default-export a definition with key '${key}'.`);
      }
      return [key, definition];
    }),
  );
}
