import { join } from 'node:path';
import { loadDefinitions } from '../domain/definitions';
import { NotFound } from '../domain/errors';
import type { Source } from './defineSource';

export const sources = loadDefinitions<Source>(join(__dirname, 'definitions'));

/** @throws {NotFound} naming the sources there are. */
export function sourceByKey(key: string): Source {
  const source = sources.get(key);
  if (source === undefined) throw new NotFound('source', key, [...sources.keys()]);
  return source;
}
