import { isUtf8 } from 'node:buffer';
import { SourceFormat } from '../domain/errors';

/**
 * The text of a file, without a byte order mark. `what` completes "expected ..." for another encoding.
 *
 * @throws {SourceFormat} if it is empty or in another encoding than UTF-8.
 */
export function utf8Text(source: string, bytes: Buffer, what: string): string {
  if (!isUtf8(bytes)) throw SourceFormat.whole(source, `expected ${what} in UTF-8, found other bytes`);
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw SourceFormat.whole(source, 'the file is empty');
  return text;
}

/**
 * The text of a file of CSV, or of what `format` says, without a byte order mark.
 *
 * @throws {SourceFormat} if there is none: an empty file, another encoding than UTF-8, or a web page,
 *   which is what a download leaves behind when the publisher asks for a consent or is down.
 */
export function readText(source: string, bytes: Buffer, format = 'CSV'): string {
  const text = utf8Text(source, bytes, 'text');
  if (/^\s*<[!?a-z]/i.test(text)) throw SourceFormat.whole(source, `expected ${format}, found a web page or XML`);
  return text;
}
