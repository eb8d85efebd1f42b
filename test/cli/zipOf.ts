import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; what is left out is as any program writes it. */
export interface ZippedFile {
  readonly name: string;
  readonly text: string | Buffer;
  /** Kept as it is, not made smaller. */
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  readonly method?: number;
  /** What the archive says of its size and sum in place of the truth. */
  readonly size?: number;
  readonly sum?: number;
}

interface Placed {
  readonly name: Buffer;
  readonly head: Buffer;
  readonly data: Buffer;
}

/**
 * The bytes of a zip archive.
 * @source PKWARE, APPNOTE.TXT 6.3.10: 4.3.7 (local file header), 4.3.12 (central directory), 4.3.14 to 4.3.16 (its end).
 */
export function zipOf(files: readonly ZippedFile[], { isZip64 = false } = {}): Buffer {
  const placed = files.map(place);
  const local = placed.map(({ name, head, data }) => Buffer.concat([word32(0x04034b50), head, word16(name.length), word16(0), name, data]));
  let offset = 0;
  const central = placed.map(({ name, head }, i) => {
    const extra = isZip64 ? Buffer.concat([word16(1), word16(8), word64(offset)]) : Buffer.alloc(0);
    const where = isZip64 ? word32(0xffffffff) : word32(offset);
    offset += local[i]?.length ?? 0;
    return Buffer.concat([
      ...[word32(0x02014b50), word16(45), head, word16(name.length), word16(extra.length)],
      ...[word16(0), word16(0), word16(0), word32(0), where, name, extra],
    ]);
  });
  const size = central.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([...local, ...central, ...(isZip64 ? farEnd(files.length, size, offset) : []), end(files.length, size, offset, isZip64)]);
}

/** Version to the sizes, as both headers have them, and the data. */
function place({ name, text, isStored = false, isEncrypted = false, method = isStored ? 0 : 8, size, sum }: ZippedFile): Placed {
  const bytes = Buffer.from(text);
  const data = method === 8 ? deflateRawSync(bytes) : bytes;
  const flags = 0x800 + (isEncrypted ? 1 : 0);
  const time = word32(0x5a210000);
  const head = [word16(20), word16(flags), word16(method), time, word32(sum ?? crc32(bytes)), word32(data.length), word32(size ?? bytes.length)];
  return { name: Buffer.from(name), head: Buffer.concat(head), data };
}

const end = (count: number, size: number, offset: number, isFar: boolean): Buffer =>
  Buffer.concat([
    ...[word32(0x06054b50), word16(0), word16(0), word16(isFar ? 0xffff : count), word16(isFar ? 0xffff : count)],
    ...[word32(isFar ? 0xffffffff : size), word32(isFar ? 0xffffffff : offset), word16(0)],
  ]);

/** The end's larger record, and where that stands. */
const farEnd = (count: number, size: number, offset: number): readonly Buffer[] => [
  ...[word32(0x06064b50), word64(44), word16(45), word16(45), word32(0), word32(0), word64(count), word64(count), word64(size), word64(offset)],
  ...[word32(0x07064b50), word32(0), word64(offset + size), word32(1)],
];

function word16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function word32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function word64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
