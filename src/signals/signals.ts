import { join } from 'node:path';
import { loadDefinitions } from '../domain/definitions';
import { NotFound } from '../domain/errors';
import type { Definition } from './defineSignal';

export type Signals = ReadonlyMap<string, Definition>;

/** The signals that the files of a folder define. */
export const signalsIn = (folder: string): Signals => loadDefinitions<Definition>(folder);

export const signals: Signals = signalsIn(join(__dirname, 'definitions'));

/** @throws {NotFound} naming the signals there are. */
export function signalByKey(key: string): Definition {
  const signal = signals.get(key);
  if (signal === undefined) throw new NotFound('signal', key, [...signals.keys()]);
  return signal;
}
