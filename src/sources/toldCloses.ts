import type { Closes } from '../domain/closes';
import { SourceFormat } from '../domain/errors';
import { type Told, tellable } from './tellable';

/**
 * What the closes of a file are that does not say it itself.
 *
 * @throws {SourceFormat} if the caller does not say it either: it is never guessed.
 */
export function toldCloses(source: string, { closes }: Told): Closes {
  if (closes === undefined) throw SourceFormat.whole(source, `the file does not say what its closes are: tell it, as in --closes ${tellable.closes.example}`);
  return closes;
}
