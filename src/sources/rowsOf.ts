import { SourceFormat } from '../domain/errors';
import { isObject, JsonObject } from './JsonObject';
import { readCsv } from './readCsv';
import { readJson } from './readJson';
import { readText } from './readText';
import type { Refusals } from './Refusals';
import type { TableRow } from './TableRow';

/** What stands in a file that may be CSV or JSON: its rows alike. */
export interface RowsRead {
  readonly rows: readonly (TableRow | JsonObject)[];
  /** The object around the rows of a JSON file; null where there is none. */
  readonly around: JsonObject | null;
}

/**
 * The rows of a table that is served as CSV and as JSON: a list of objects, by itself or under `key` of an object.
 * @throws {SourceFormat} if it is neither, has no row, or lacks one of the columns `needed`.
 */
export function rowsOf(source: string, bytes: Buffer, key: string, needed: readonly string[], refusals: Refusals): RowsRead {
  const read = /^[\ufeff\s]*[[{]/.test(bytes.toString('utf8', 0, 64)) ? jsonRows(source, bytes, key, refusals) : csvRows(source, bytes, refusals);
  const [first] = read.rows;
  if (first === undefined) throw SourceFormat.whole(source, 'there is no row in it');
  const lacking = needed.filter((column) => !read.columns.includes(column));
  if (lacking.length > 0) throw SourceFormat.whole(source, `expected the columns ${lacking.join(', ')}, found ${read.columns.join(', ') || 'none'}`);
  return read;
}

function csvRows(source: string, bytes: Buffer, refusals: Refusals) {
  const { columns, rows } = readCsv(readText(source, bytes), { source, firstLine: 1, blank: '' }, refusals);
  return { columns, rows, around: null };
}

/** @throws {SourceFormat} for an answer without rows, with what it says instead: a vendor tells of its limits in one. */
function jsonRows(source: string, bytes: Buffer, key: string, refusals: Refusals) {
  const value = readJson(source, bytes);
  const around = isObject(value) ? new JsonObject('$', value, refusals) : null;
  const rows = (around ?? new JsonObject('$', { [key]: value }, refusals)).objects(key);
  if (rows === null) {
    const said = around?.keys().map((name) => around.text(name)?.slice(0, 120) ?? name).join(' ') ?? '';
    throw SourceFormat.whole(source, `expected a list of ${key}, found ${said === '' ? 'nothing' : said}`);
  }
  return { columns: rows[0]?.keys() ?? [], rows, around };
}
