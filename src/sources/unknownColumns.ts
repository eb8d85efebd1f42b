import { SourceFormat } from '../domain/errors';

/** @throws {SourceFormat} if a column is unknown: a misspelt one would lose its data without a word. */
export function refuseUnknownColumns(source: string, columns: readonly string[], known: readonly string[]): void {
  const unknown = columns.filter((column) => !known.includes(column));
  if (unknown.length > 0) {
    throw SourceFormat.whole(source, `unknown columns: ${unknown.join(', ')}. Known: ${known.join(', ')}`);
  }
}
