import DataLoader from 'dataloader';

/** Asks each question by itself, and the same one no more than once: questions are plain data. */
export const eachOnce = <Asked, Told>(ask: (asked: Asked) => Promise<Told>): DataLoader<Asked, Told, string> =>
  new DataLoader<Asked, Told, string>((asked) => Promise.all(asked.map(ask)), { cacheKeyFn: (one) => JSON.stringify(one) });
