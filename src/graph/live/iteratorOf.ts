/** An iterator by what gives the next item and what ends it, whether whoever takes them has enough or has failed. */
export function iteratorOf<T>(next: () => Promise<IteratorResult<T, void>>, end: () => Promise<IteratorResult<T, void>>): AsyncIterableIterator<T, void> {
  return {
    next,
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
