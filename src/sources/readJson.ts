import { SourceFormat } from '../domain/errors';
import { readText } from './readText';

/**
 * The value of a JSON text. Numbers come as texts in their own digits, which a float would round.
 *
 * @throws {SourceFormat} if it is no JSON, or no text at all.
 */
export function readJson(source: string, bytes: Buffer): unknown {
  const text = readText(source, bytes, 'JSON');
  try {
    JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw SourceFormat.whole(source, `not JSON, or cut off: ${error.message}`);
  }
  return JSON.parse(text.replaceAll(TEXT_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}

const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
