import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, printSchema } from 'graphql';
import type { Logger } from 'pino';
import { type Execution, execute } from '../../graph/planner/execute';
import { projectFolder } from '../../store/projectFolder';
import type { Config } from '../config';
import { AnswerCache, type Answered } from './AnswerCache';
import { MemoryStore } from './MemoryStore';
import { RedisStore } from './RedisStore';

/** What answers a server's operations. */
export interface Answers {
  readonly answer: (asked: Execution) => Promise<Answered>;
  readonly close: () => Promise<void>;
}

/** Answers kept in Redis, in memory, or not at all, as the configuration says. */
export function answersFor({ REDIS_URL, ANSWER_CACHE_MB }: Config, schema: GraphQLSchema, log: Logger): Answers {
  if (ANSWER_CACHE_MB === 0) return { answer: async (asked) => ({ result: await execute(asked), found: 'BYPASS' }), close: () => Promise.resolve() };
  const store = REDIS_URL === undefined ? new MemoryStore(ANSWER_CACHE_MB * 1_048_576) : new RedisStore(REDIS_URL, log);
  const cache = new AnswerCache(store, saltOf(schema));
  return { answer: (asked) => cache.answer(asked), close: () => store.close() };
}

/** What tells servers apart that answer one question differently: their schema, and what they were built from. */
function saltOf(schema: GraphQLSchema): string {
  const builtFrom = join(projectFolder(), 'dist/built-from');
  const program = existsSync(builtFrom) ? readFileSync(builtFrom, 'utf8') : '';
  return createHash('sha256').update(printSchema(schema)).update(program).digest('base64url');
}
