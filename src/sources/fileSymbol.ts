import { SourceFormat } from '../domain/errors';
import type { Told } from './tellable';

/** How the names of a source's files carry a symbol; the first group of `pattern` is it. */
export interface SymbolInName {
  readonly source: string;
  readonly pattern: RegExp;
  /** A name that does, for people. */
  readonly example: string;
}

/**
 * The symbol that a file is about, upper case: as told, else as its name says.
 *
 * @throws {SourceFormat} if neither says it, or they say different ones.
 */
export function fileSymbol({ source, pattern, example }: SymbolInName, { symbol, fileName = '' }: Told): string {
  const named = pattern.exec(fileName)?.[1]?.toUpperCase();
  if (symbol === undefined && named === undefined) {
    throw SourceFormat.whole(source, `the file does not say which symbol: tell it, as in --symbol IWM, or name the file as in ${example}`);
  }
  if (symbol !== undefined && named !== undefined && symbol !== named) {
    throw SourceFormat.whole(source, `expected ${symbol} as was told, found ${named} in the file's name`);
  }
  return symbol ?? named ?? '';
}
