import type { Format } from '../Format';

/**
 * A stream of record batches. What is said of the whole before its first row is the schema's metadata; the count of rows and the checksum are
 * that of the last record batch, which is empty.
 * @source https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format
 */
const arrow: Format = {
  key: 'arrow',
  contentType: 'application/vnd.apache.arrow.stream',
  writer: async (columns, facts) => new (await import('../ArrowWriter.js')).ArrowWriter(columns, facts),
};

export default arrow;
