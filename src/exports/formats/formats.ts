import { join } from 'node:path';
import { loadDefinitions } from '../../domain/definitions';
import type { Format } from './Format';

/** Every format of exports: a file in `definitions/`. */
export const formats: ReadonlyMap<string, Format> = loadDefinitions<Format>(join(__dirname, 'definitions'));
