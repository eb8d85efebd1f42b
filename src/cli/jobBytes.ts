import { open } from 'node:fs/promises';
import { type Refusal, ofTheFile } from '../domain/errors';

/** Most bytes of one file: its rows are in memory at once, in some twenty times as many. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** A file's bytes, or why they cannot be had. */
export type JobBytes = { readonly bytes: Buffer } | { readonly refusals: readonly Refusal[] };

/** The bytes of a file on the disk. */
export async function fileBytes(path: string): Promise<JobBytes> {
  try {
    const bytes = await readFileUpTo(path);
    return typeof bytes === 'number' ? tooLarge(bytes) : withinLimit(bytes);
  } catch (error) {
    return refused(`it ${whyUnreadable(error)}`);
  }
}

/** The bytes that were had already, unless they are too many. */
export const withinLimit = (bytes: Buffer): JobBytes => (bytes.length > MOST_BYTES ? tooLarge(bytes.length) : { bytes });

export const tooLarge = (bytes: number): JobBytes =>
  refused(`it is ${megabytes(bytes)} MB, and at most ${megabytes(MOST_BYTES)} MB are read at once: split it by fund or by day`);

export const refused = (reason: string): JobBytes => ({ refusals: [ofTheFile(reason)] });

/** What the operating system has against reading a file, in words: `cannot be read: permission denied`. */
export function whyUnreadable(error: unknown): string {
  const { message } = error as NodeJS.ErrnoException;
  return `cannot be read: ${message.replace(/^[A-Z0-9_]+: /, '').replace(/, [a-z]+( '.*')?$/s, '')}`;
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

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
