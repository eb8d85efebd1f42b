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
import { whyUnreadable } from './jobBytes';
import { type LoadJob, type Said, jobAt } from './loadJobs';

const NEEDED = ['source', 'path'];
const OPTIONAL = tellableNames.map(columnOf);

/**
 * Reads a manifest: a CSV with the columns source, path, and what may be told of a file, such as fund, observed_on, known_on
 * (these may be empty or left out), one file, directory or zip archive a line. A path is relative to the manifest.
 *
 * @throws {InvalidInput} with every line that is wrong, before anything is loaded.
 */
export async function manifestJobs(manifest: string): Promise<readonly LoadJob[]> {
  try {
    return await readManifest(manifest);
  } catch (error) {
    if (!(error instanceof SourceFormat)) throw error;
    throw new InvalidInput(['Nothing was loaded: the manifest is wrong.', ...error.refusals.map((one) => `${manifest}: ${describe(one)}`)].join('\n'));
  }
}

async function readManifest(manifest: string): Promise<readonly LoadJob[]> {
  const refusals = new Refusals(manifest);
  const { columns, rows } = readCsv(readText(manifest, bytesOf(manifest)), { source: manifest, firstLine: 1, blank: '' }, refusals);
  const lacking = NEEDED.filter((column) => !columns.includes(column));
  if (lacking.length > 0) throw SourceFormat.whole(manifest, `these columns are lacking: ${lacking.join(', ')}`);
  refuseUnknownColumns(manifest, columns, [...NEEDED, ...OPTIONAL]);
  const jobs: LoadJob[] = [];
  for (const row of rows) jobs.push(...(await jobsOf(row, dirname(manifest))));
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

/** The job of one line; none where anything in it is refused. */
async function jobsOf(row: TableRow, folder: string): Promise<readonly LoadJob[]> {
  const [key, path] = [row.required('source', 'a source'), row.required('path', 'a path')];
  const source = key === '' ? undefined : await tried(row, 'source', () => sourceByKey(key));
  if (source === undefined || path === '') return [];
  const said: Said = Object.fromEntries(tellableNames.map((option) => [option, row.text(columnOf(option)) ?? undefined]));
  const job = await tried(row, null, () => jobAt(source, resolve(folder, path), said));
  return job === undefined ? [] : [job];
}

async function tried<T>(row: TableRow, column: string | null, find: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof CatalystError)) throw error;
    row.refuse(column, error.message);
    return undefined;
  }
}

function columnOf(option: string): string {
  return option.replaceAll('-', '_');
}
