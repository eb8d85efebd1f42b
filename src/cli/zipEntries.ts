import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type Entry, type ZipFile, getFileNameLowLevel, openPromise } from 'yauzl';
import { type JobBytes, MOST_BYTES, refused, tooLarge } from './jobBytes';

/** A file within a zip archive. */
export interface ZipEntry {
  /** Without folders. It is only told of and matched: nothing is ever written or looked up under it. */
  readonly name: string;
  /** Its bytes, which can be had until the next entry is asked for. */
  readonly read: () => Promise<JobBytes>;
}

/** The signatures with which a zip archive begins: a file in it, or the end of one that holds none. */
const BEGINNINGS = ['PK\u0003\u0004', 'PK\u0005\u0006'];

/** Whether a file's bytes begin as a zip archive does, whatever it is called. False for one that cannot be read. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && BEGINNINGS.includes(buffer.toString('latin1'));
  } finally {
    await file.close();
  }
}

/**
 * The files of an archive one after another, in the order of its directory; folders are none, nor what a Mac adds beside
 * each file. Only what is read of one entry is in memory at a time.
 *
 * @throws {Error} in the words of the library, where the archive's directory is damaged: entries before that were given.
 */
export async function* zipEntries(path: string): AsyncGenerator<ZipEntry> {
  // Names are read here and not by the library, which would give up the whole archive for one that it thinks unsafe.
  const archive = await openPromise(path, { decodeStrings: false, validateEntrySizes: false });
  for await (const entry of archive.eachEntry()) {
    const name = nameOf(entry);
    if (name !== '' && !name.startsWith('._')) yield { name, read: () => entryBytes(archive, entry) };
  }
}

const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).split('/').at(-1) ?? '';

async function entryBytes(archive: ZipFile, entry: Entry): Promise<JobBytes> {
  if (entry.uncompressedSize > MOST_BYTES) return tooLarge(entry.uncompressedSize);
  if (entry.isEncrypted()) return refused('it is encrypted');
  if (!entry.canDecodeFileData()) return refused(`it is compressed by a method that is not read here, number ${entry.compressionMethod}`);
  try {
    const bytes = await unpacked(archive, entry);
    const isWhole = bytes.length === entry.uncompressedSize && crc32(bytes) === entry.crc32;
    return isWhole ? { bytes } : refused('it is damaged: its bytes are not those that the archive took in');
  } catch (error) {
    return refused(`it is damaged: ${(error as Error).message}`);
  }
}

/** As many bytes as the archive's directory says, and no more than one chunk beyond: an entry may unpack to anything. */
async function unpacked(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > entry.uncompressedSize) break;
  }
  return Buffer.concat(chunks);
}
