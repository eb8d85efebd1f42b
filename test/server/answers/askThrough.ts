import { parse } from 'graphql';
import type { DataSource } from 'typeorm';
import { AnswerCache } from '../../../src/server/answers/AnswerCache';
import type { AnswerStore } from '../../../src/server/answers/AnswerStore';
import { Reader } from '../../../src/store/Reader';
import { TODAY, schema } from '../../support/ask';

/** A process that asks through a store of answers, and how many answers it read from Postgres. */
export function askThrough(db: DataSource, store: AnswerStore) {
  let read = 0;
  const reader = new Reader(db, (text) => {
    if (!text.includes('table_version')) read += 1;
  });
  const cache = new AnswerCache(store, 'salt');
  const ask = (source: string, today = TODAY) =>
    cache.answer({ schema, document: parse(source), contextValue: { reader, today, maxCost: 1_000_000, publish: (error) => error } });
  return { ask, read: () => read };
}
