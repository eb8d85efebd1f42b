/** Writes zip archives of generated files, so that a benchmark needs none of anybody's. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * Writes an archive of files, each `[name, text]`, one at a time; up to 4 GB and 65,535 files.
 * @source https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7 to 4.3.16
 * @returns How many bytes the files hold.
 */
export async function writeZip(path, files) {
  const out = createWriteStream(path);
  const directory = [];
  let offset = 0;
  let held = 0;
  const put = async (bytes) => {
    offset += bytes.length;
    if (!out.write(bytes)) await once(out, 'drain');
  };
  for (const [name, text] of files) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes, { level: 1 });
    const about = Buffer.alloc(22);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    const nameBytes = Buffer.from(name);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(nameBytes.length, 0);
    directory.push([about, lengths, nameBytes, offset]);
    await put(Buffer.concat([signature(0x04034b50), about, lengths, nameBytes]));
    await put(packed);
    held += bytes.length;
  }
  const start = offset;
  for (const [about, lengths, nameBytes, at] of directory) {
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    await put(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), about, lengths, tail, nameBytes]));
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(offset - start, 8);
  end.writeUInt32LE(start, 12);
  await put(Buffer.concat([signature(0x06054b50), end]));
  out.end();
  await once(out, 'finish');
  return held;
}

function signature(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
