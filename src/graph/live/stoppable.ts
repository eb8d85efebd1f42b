import { iteratorOf } from './iteratorOf';

/** An iterator of what `give` gives, which `return` ends at once, also while it waits: a generator alone would first wait to its end. */
export function stoppable<T>(give: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T, void> {
  const stop = new AbortController();
  const given = give(stop.signal);
  const end = async (): Promise<IteratorResult<T, void>> => {
    stop.abort();
    return given.return();
  };
  return iteratorOf(() => given.next(), end);
}
