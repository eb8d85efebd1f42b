import { basename } from 'node:path';
import { type JobBytes, fileBytes } from './jobBytes';

/** A file to load, before its bytes are read. */
export interface LoadFile {
  /** What it goes by in all that is said of it: its name without folders. */
  readonly name: string;
  readonly read: () => Promise<JobBytes>;
}

/** Files that are come by one after another: those of an archive are too many to be held, and each is read before the next. */
export interface LoadFiles {
  readonly count: number;
  readonly each: () => AsyncIterable<LoadFile> | Iterable<LoadFile>;
}

export const these = (...files: readonly LoadFile[]): LoadFiles => ({ count: files.length, each: () => files });

export const fileAt = (path: string): LoadFile => ({ name: basename(path), read: () => fileBytes(path) });
