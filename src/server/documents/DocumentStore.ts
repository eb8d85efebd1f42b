import type { KeyValueCache, KeyValueCacheSetOptions } from '@apollo/utils.keyvaluecache';

/** A document's hash as Apollo asks for it; whatever else is asked for is nowhere. */
const KEY = /^apq:([0-9a-f]{64})$/;

/**
 * Documents that a client may name by their hash: the trusted ones, and those that clients brought, as automatic persisted queries are
 * where these are allowed.
 */
export class DocumentStore implements KeyValueCache {
  constructor(
    private readonly trusted: ReadonlyMap<string, string>,
    private readonly brought: KeyValueCache | null,
  ) {}

  async get(key: string): Promise<string | undefined> {
    const [, hash] = KEY.exec(key) ?? [];
    return hash === undefined ? undefined : (this.trusted.get(hash) ?? (await this.brought?.get(key)));
  }

  async set(key: string, document: string, options?: KeyValueCacheSetOptions): Promise<void> {
    await this.brought?.set(key, document, options);
  }

  async delete(key: string): Promise<void> {
    await this.brought?.delete(key);
  }
}
