import { createHash } from 'node:crypto';
import type { Columns } from './columns';
import { csvHeader, csvLines } from './csvLines';
import type { Batches } from './defineExport';
import type { FormatWriter, Sums } from './formats/Format';

/**
 * The bytes of an export, as its rows come. Nothing is given before the first batch is there, so that what is wrong with the question is told
 * in its place.
 *
 * @param onEnd Told, before the last bytes, how many rows there were and what they sum to.
 */
export async function* written(columns: Columns, batches: Batches, writer: FormatWriter, onEnd: (sums: Sums) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256').update(csvHeader(columns));
  let count = 0;
  for await (const rows of batches) {
    if (count === 0) yield writer.begin();
    const asCsv = Buffer.from(csvLines(rows));
    hash.update(asCsv);
    count += rows.length;
    const bytes = writer.write(rows, asCsv);
    if (bytes.length > 0) yield bytes;
  }
  if (count === 0) yield writer.begin();
  const sums = { rows: count, sha256: hash.digest('hex') };
  onEnd(sums);
  const rest = writer.end(sums);
  if (rest.length > 0) yield rest;
}
