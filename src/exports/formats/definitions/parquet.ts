import type { Format } from '../Format';

/**
 * Row groups, compressed with Snappy. What is said of the whole, the count of rows and the checksum are the file's key-value metadata.
 * @source https://parquet.apache.org/docs/file-format/
 */
const parquet: Format = {
  key: 'parquet',
  contentType: 'application/vnd.apache.parquet',
  writer: async (columns, facts) => new (await import('../ParquetGroups.js')).ParquetGroups(columns, facts),
};

export default parquet;
