import { SourceFormat } from '../domain/errors';
import { readText } from './readText';

/**
 * The value of a JSON text. Numbers come as texts in their own digits, which a float would round.
 *
 * @throws {SourceFormat} if it is no JSON, or no text at all.
 */
export function readJson(source: string, bytes: Buffer): unknown {
  const text = readText(source, bytes, 'JSON');
  parse(source, text);
  return inOwnDigits(text);
}

/**
 * The same, several times as fast: numbers come as floats, which print in their own digits. Only a text that holds longer
 * numbers than a float keeps is read with its numbers as texts.
 *
 * @throws {SourceFormat} if it is no JSON, or no text at all.
 */
export function readLargeJson(source: string, bytes: Buffer): unknown {
  const text = readText(source, bytes, 'JSON');
  const value = parse(source, text);
  return LONG_NUMBER.test(text) ? inOwnDigits(text) : value;
}

function parse(source: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw SourceFormat.whole(source, `not JSON, or cut off: ${error.message}`);
  }
}

const inOwnDigits = (text: string): unknown =>
  JSON.parse(text.replaceAll(TEXT_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)));

const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** A number of more digits than the 15 that a float keeps. */
const LONG_NUMBER = /[:[,]\s*-?[\d.]{17,}/;
