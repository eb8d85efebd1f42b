import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Refusal, ofTheFile } from '../domain/errors';
import type { Terminal } from './defineCommand';
import { type LoadJob, whyUnreadable } from './loadJobs';

/** Most bytes of one file: its rows are in memory at once, in some twenty times as many. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A file's bytes, or why they cannot be had. */
export type JobBytes = { readonly bytes: Buffer } | { readonly refusals: readonly Refusal[] };

/** What a file goes by in all that is said of it. */
export const jobName = ({ path }: LoadJob): string => (path === '-' ? 'standard input' : basename(path));

export async function readJob({ path }: LoadJob, terminal: Pick<Terminal, 'readInput'>): Promise<JobBytes> {
  try {
    const bytes = path === '-' ? await terminal.readInput() : await readFileUpTo(path);
    return typeof bytes === 'number' || bytes.length > MOST_BYTES ? tooLarge(bytes) : { bytes };
  } catch (error) {
    return refused(`it ${whyUnreadable(error)}`);
  }
}

/** The bytes of a file, or only their number where there are too many to read. */
async function readFileUpTo(path: string): Promise<Buffer | number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return size > MOST_BYTES ? size : await file.readFile();
  } finally {
    await file.close();
  }
}

const tooLarge = (bytes: Buffer | number): JobBytes =>
  refused(`it is ${megabytes(typeof bytes === 'number' ? bytes : bytes.length)} MB, and at most ${megabytes(MOST_BYTES)} MB are read at once: split it by fund or by day`);

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

const refused = (reason: string): JobBytes => ({ refusals: [ofTheFile(reason)] });
