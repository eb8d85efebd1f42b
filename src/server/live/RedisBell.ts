import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { REDIS_OPTIONS } from '../redisOptions';

const CHANNEL = 'catalyst:news';

/**
 * Tells the other servers that share a Redis that there may be news, and hears it from them: for servers that cannot listen to Postgres, as behind a
 * pool of connections. Nothing depends on it: what it does not tell is found a little later.
 */
export class RedisBell {
  private readonly hearing: Redis;
  private readonly telling: Redis;

  constructor(url: string, onNews: () => void, log: Logger) {
    this.hearing = new Redis(url, REDIS_OPTIONS);
    this.telling = new Redis(url, REDIS_OPTIONS);
    for (const redis of [this.hearing, this.telling]) redis.on('error', (error) => log.debug({ reason: error.message }, 'Redis is away; news come from Postgres alone'));
    this.hearing.on('message', onNews);
    this.hearing.on('ready', () => {
      this.hearing.subscribe(CHANNEL).catch((error: unknown) => log.debug({ reason: (error as Error).message }, 'Redis tells no news'));
      onNews();
    });
  }

  /** Tells the others. */
  tell(): void {
    if (this.telling.status === 'ready') this.telling.publish(CHANNEL, '').catch(ignore);
  }

  close(): void {
    this.hearing.disconnect();
    this.telling.disconnect();
  }
}

/** Whoever did not hear it looks a little later. */
const ignore = (): void => undefined;
