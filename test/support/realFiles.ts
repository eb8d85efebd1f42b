import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The publishers' own files, which may be read here and not passed on, stand beside the project or nowhere. */
const folder = join(__dirname, '../../../shared/data');

/** A group of tests against real files; where they are lacking, its name says so and it does not run. */
export function describeRealFiles(name: string, tests: () => void): void {
  if (existsSync(folder)) describe(name, tests);
  else describe.skip(`${name} (not run: ../shared/data is not here)`, tests);
}

export const realFile = (path: string): Buffer => readFileSync(join(folder, path));

/** Where a folder of them is. */
export const realFolder = (path: string): string => join(folder, path);
