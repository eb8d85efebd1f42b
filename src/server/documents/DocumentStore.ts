import { InMemoryLRUCache, type KeyValueCache, type KeyValueCacheSetOptions } from '@apollo/utils.keyvaluecache';

/** A document's hash as Apollo asks for it; whatever else is asked for is nowhere. */
const KEY = /^apq:([0-9a-f]{64})$/;

/** Bytes of the documents that clients brought; those asked for longest ago go first. */
const BROUGHT_BYTES = 16 * 1_024 * 1_024;

/**
 * Documents that a client may name by their hash: the trusted ones, and those that clients brought, as automatic persisted queries are
 * where these are allowed.
 */
export class DocumentStore implements KeyValueCache {
  private readonly brought: KeyValueCache | null;

  /** @param isTrustedOnly Whether clients may bring none of their own. */
  constructor(
    private readonly trusted: ReadonlyMap<string, string>,
    isTrustedOnly: boolean,
  ) {
    this.brought = isTrustedOnly ? null : new InMemoryLRUCache({ maxSize: BROUGHT_BYTES });
  }

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
