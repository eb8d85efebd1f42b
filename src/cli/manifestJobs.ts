import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CatalystError, InvalidInput, SourceFormat, describe } from '../domain/errors';
import type { TableRow } from '../sources/TableRow';
import { readCsv } from '../sources/readCsv';
import { readText } from '../sources/readText';
import { Refusals } from '../sources/Refusals';
import { sourceByKey } from '../sources/sources';
import { tellableNames } from '../sources/tellable';
import { refuseUnknownColumns } from '../sources/unknownColumns';
import { type LoadJob, type Said, jobsAt, whyUnreadable } from './loadJobs';

const NEEDED = ['source', 'path'];
const OPTIONAL = tellableNames.map(columnOf);

/**
 * Reads a manifest: a CSV with the columns source, path, and what may be told of a file, such as fund, observed_on, known_on
 * (these may be empty or left out), one file or directory a line. A path is relative to the manifest.
 *
 * @throws {InvalidInput} with every line that is wrong, before anything is loaded.
 */
export function manifestJobs(manifest: string): readonly LoadJob[] {
  try {
    return readManifest(manifest);
  } catch (error) {
    if (!(error instanceof SourceFormat)) throw error;
    throw new InvalidInput(['Nothing was loaded: the manifest is wrong.', ...error.refusals.map((one) => `${manifest}: ${describe(one)}`)].join('\n'));
  }
}

function readManifest(manifest: string): readonly LoadJob[] {
  const refusals = new Refusals(manifest);
  const { columns, rows } = readCsv(readText(manifest, bytesOf(manifest)), { source: manifest, firstLine: 1, blank: '' }, refusals);
  const lacking = NEEDED.filter((column) => !columns.includes(column));
  if (lacking.length > 0) throw SourceFormat.whole(manifest, `these columns are lacking: ${lacking.join(', ')}`);
  refuseUnknownColumns(manifest, columns, [...NEEDED, ...OPTIONAL]);
  const jobs = rows.flatMap((row) => jobsOf(row, dirname(manifest)));
  refusals.throwIfAny();
  if (jobs.length === 0) throw SourceFormat.whole(manifest, 'there is no line below the header');
  return jobs;
}

function bytesOf(manifest: string): Buffer {
  try {
    return readFileSync(manifest);
  } catch (error) {
    throw new InvalidInput(`--manifest: '${manifest}' ${whyUnreadable(error)}.`, { cause: error });
  }
}

/** The files of one line; none where anything in it is refused. */
function jobsOf(row: TableRow, folder: string): readonly LoadJob[] {
  const [key, path] = [row.required('source', 'a source'), row.required('path', 'a path')];
  const source = key === '' ? undefined : tried(row, 'source', () => sourceByKey(key));
  if (source === undefined || path === '') return [];
  const said: Said = Object.fromEntries(tellableNames.map((option) => [option, row.text(columnOf(option)) ?? undefined]));
  return tried(row, null, () => jobsAt(source, resolve(folder, path), said)) ?? [];
}

function tried<T>(row: TableRow, column: string | null, find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof CatalystError)) throw error;
    row.refuse(column, error.message);
    return undefined;
  }
}

function columnOf(option: string): string {
  return option.replaceAll('-', '_');
}
