import type { RedisOptions } from 'ioredis';

/** How long one command may take. */
const COMMAND_MS = 150;

/** How long a Redis that does not answer is left alone. */
export const AWAY_MS = 1_000;

/** Of every connection to Redis: nothing waits in line for one that is away, and it is tried again at most a second later. */
export const REDIS_OPTIONS: RedisOptions = {
  enableOfflineQueue: false,
  commandTimeout: COMMAND_MS,
  connectTimeout: COMMAND_MS * 10,
  maxRetriesPerRequest: 0,
  retryStrategy: (times) => Math.min(times * 50, AWAY_MS),
};
