import { isUtf8 } from 'node:buffer';
import { SourceFormat } from '../domain/errors';

/**
 * The text of a file, without a byte order mark.
 *
 * @throws {SourceFormat} if there is none: an empty file, another encoding than UTF-8, or a web page,
 *   which is what a download leaves behind when the publisher asks for a consent or is down.
 */
export function readText(source: string, bytes: Buffer): string {
  if (!isUtf8(bytes)) throw SourceFormat.whole(source, 'expected text in UTF-8, found other bytes');
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw SourceFormat.whole(source, 'the file is empty');
  if (/^\s*<[!?a-z]/i.test(text)) throw SourceFormat.whole(source, 'expected CSV, found a web page or XML');
  return text;
}
