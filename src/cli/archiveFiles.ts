import { basename } from 'node:path';
import { InvalidInput } from '../domain/errors';
import type { Source } from '../sources/defineSource';
import { refused } from './jobBytes';
import { type LoadFiles, fileAt, these } from './LoadFiles';
import { type ZipEntry, zipEntries } from './zipEntries';

/** The entry that every office document has, which is a zip archive as well: a workbook is one file, whatever it is called. */
const OFFICE_DOCUMENT = '[Content_Types].xml';

/**
 * The entries of an archive whose names are of the source's kind. They are counted first, which only reads the archive's
 * directory; one whose directory is damaged is refused whole, before anything of it is loaded.
 *
 * @throws {InvalidInput} if there is no such entry in it.
 */
export async function archiveFiles(source: Source, path: string): Promise<LoadFiles> {
  const isOfKind = ({ name }: ZipEntry): boolean => source.files.test(name);
  let count = 0;
  let isDocument = false;
  try {
    for await (const entry of zipEntries(path)) {
      if (isOfKind(entry)) count += 1;
      else if (entry.name === OFFICE_DOCUMENT) isDocument = true;
    }
  } catch (error) {
    const damaged = refused(`the zip archive is damaged: ${(error as Error).message}`);
    return these({ name: basename(path), read: () => Promise.resolve(damaged) });
  }
  if (count > 0) return { count, each: () => filtered(zipEntries(path), isOfKind) };
  if (isDocument) return these(fileAt(path));
  throw new InvalidInput(`'${path}' is a zip archive that holds no file whose name is one of ${source.key}: expected ${String(source.files)}.`);
}

async function* filtered<T>(all: AsyncIterable<T>, passes: (item: T) => boolean): AsyncGenerator<T> {
  for await (const item of all) if (passes(item)) yield item;
}
