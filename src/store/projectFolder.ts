import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this project, whether the source or its build runs: the nearest above that holds package.json. */
export function projectFolder(from: string = __dirname): string {
  return existsSync(join(from, 'package.json')) ? from : projectFolder(dirname(from));
}
