import { join } from 'node:path';
import { loadDefinitions } from '../domain/definitions';
import type { Export } from './defineExport';

/** Every kind of export: a file in `definitions/`. */
export const exportKinds: ReadonlyMap<string, Export> = loadDefinitions<Export>(join(__dirname, 'definitions'));
