import { LRUCache } from 'lru-cache';
import type { AnswerStore, KeptAnswer } from './AnswerStore';

interface Timed {
  readonly kept: KeptAnswer;
  readonly until: number;
}

/** Answers kept in this process, those asked for longest ago dropped first. */
export class MemoryStore implements AnswerStore {
  private readonly answers: LRUCache<string, Timed>;

  /** @param maxBytes What the answers may take as JSON, all together; one of more than an eighth is not kept. */
  constructor(maxBytes: number) {
    this.answers = new LRUCache({ maxSize: maxBytes, maxEntrySize: Math.ceil(maxBytes / 8) });
  }

  get(keys: readonly string[]): Promise<readonly (KeptAnswer | undefined)[]> {
    const now = performance.now();
    return Promise.resolve(keys.map((key) => this.answers.get(key)).map((timed) => (timed !== undefined && timed.until > now ? timed.kept : undefined)));
  }

  set(key: string, kept: KeptAnswer, seconds: number | null): Promise<void> {
    const until = seconds === null ? Number.POSITIVE_INFINITY : performance.now() + seconds * 1_000;
    this.answers.set(key, { kept, until }, { size: JSON.stringify(kept).length });
    return Promise.resolve();
  }

  /** Within one process a question is asked once anyhow. */
  claim(): Promise<boolean> {
    return Promise.resolve(true);
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.answers.clear();
    return Promise.resolve();
  }
}
