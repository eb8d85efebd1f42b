import { type Refusal, SourceFormat } from '../../src/domain/errors';

/** All that `read` refuses. Fails the test if it refuses nothing. */
export function refusalsOf(read: () => unknown): readonly Refusal[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SourceFormat) return error.refusals;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
