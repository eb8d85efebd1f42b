import type { ExecutionResult } from 'graphql';

/** An answer without errors, and the versions of the tables that it was read from, as they were before it was. */
export interface KeptAnswer {
  readonly versions: Readonly<Record<string, string>>;
  readonly result: ExecutionResult;
}

/** Where answers are kept. It may lose them at any time, and answers no question late: what it cannot do at once is not done. */
export interface AnswerStore {
  /** What is kept under each key, in their order. */
  get(keys: readonly string[]): Promise<readonly (KeptAnswer | undefined)[]>;
  /** @param seconds How long it may be kept; null as long as there is room. */
  set(key: string, kept: KeptAnswer, seconds: number | null): Promise<void>;
  /** Whether the caller is the one that is to find an answer, of all that share this store; the others wait until it is released. */
  claim(key: string): Promise<boolean>;
  release(key: string): Promise<void>;
  close(): Promise<void>;
}
