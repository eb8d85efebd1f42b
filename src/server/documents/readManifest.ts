import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { InvalidConfiguration } from '../../domain/errors';

const HASH = z.string().regex(/^[0-9a-f]{64}$/);

/** As Relay's compiler writes it with `"algorithm": "SHA256"`. */
const relay = z.record(HASH, z.string());

/** As Apollo's `generate-persisted-query-manifest` writes it. */
const apollo = z
  .object({ format: z.literal('apollo-persisted-query-manifest'), operations: z.array(z.object({ id: HASH, body: z.string() })) })
  .transform(({ operations }) => Object.fromEntries(operations.map(({ id, body }) => [id, body])));

/**
 * Reads a list of trusted documents: each by the SHA-256 of its text, in hexadecimal.
 *
 * @throws {InvalidConfiguration} if the file cannot be read, is in neither format, or a hash is not its document's.
 */
export function readManifest(path: string): ReadonlyMap<string, string> {
  const expected = 'TRUSTED_DOCUMENTS: expected a JSON file of documents by their SHA-256, as Relay or Apollo write it';
  const read = z.union([apollo, relay]).safeParse(json(path, expected));
  if (!read.success) throw new InvalidConfiguration(`${expected}.`);
  const documents = new Map(Object.entries(read.data));
  for (const [hash, text] of documents) {
    if (sha256(text) !== hash) throw new InvalidConfiguration(`${expected}; ${hash} is not the SHA-256 of its document.`);
  }
  return documents;
}

function json(path: string, expected: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InvalidConfiguration(`${expected}; it cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
