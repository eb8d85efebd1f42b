import { once } from 'node:events';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { AWAY_MS, REDIS_OPTIONS } from '../redisOptions';
import type { AnswerStore, KeptAnswer } from './AnswerStore';

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)];

/** How long a claim to find an answer lasts, if whoever made it dies. */
const CLAIM_MS = 2_000;

/** Bytes from which on an answer is compressed, and above which it is not kept. */
const COMPRESSED_FROM = 2_048;
const MOST_BYTES = 4 * 1_024 * 1_024;

/** What stands before an answer's bytes: whether they are compressed. */
const [PLAIN, COMPRESSED] = [Buffer.from('='), Buffer.from('~')];

/** Answers kept in Redis, for all processes that share it. Away, frozen or full it costs one short wait a second, and no answer. */
export class RedisStore implements AnswerStore {
  private readonly redis: Redis;
  private awayUntil = 0;

  constructor(url: string, private readonly log: Logger) {
    this.redis = new Redis(url, REDIS_OPTIONS);
    // Each command tells of its own failure; an event that nobody hears would end the process.
    this.redis.on('error', () => undefined);
  }

  /** Resolves when the first connection stands, or cannot be had. */
  async isReady(): Promise<boolean> {
    if (this.redis.status === 'ready') return true;
    return once(this.redis, 'ready').then(() => true, () => false);
  }

  async get(keys: readonly string[]): Promise<readonly (KeptAnswer | undefined)[]> {
    const found = (await this.tried(() => this.redis.mgetBuffer(...keys))) ?? [];
    return Promise.all(found.map(async (bytes) => (bytes === null ? undefined : this.unpacked(bytes))));
  }

  async set(key: string, kept: KeptAnswer, seconds: number | null): Promise<void> {
    const bytes = await packed(kept);
    if (bytes.length > MOST_BYTES) return;
    await this.tried(() => (seconds === null ? this.redis.set(key, bytes) : this.redis.set(key, bytes, 'EX', seconds)));
  }

  async claim(key: string): Promise<boolean> {
    return (await this.tried(async () => (await this.redis.set(key, '', 'PX', CLAIM_MS, 'NX')) === 'OK')) ?? true;
  }

  async release(key: string): Promise<void> {
    await this.tried(() => this.redis.del(key));
  }

  close(): Promise<void> {
    this.redis.disconnect();
    return Promise.resolve();
  }

  /** What bytes hold; undefined for what nobody here wrote, or wrote whole. */
  private async unpacked(bytes: Buffer): Promise<KeptAnswer | undefined> {
    try {
      const json = bytes[0] === COMPRESSED[0] ? await inflate(bytes.subarray(1)) : bytes.subarray(1);
      return JSON.parse(json.toString()) as KeptAnswer;
    } catch (error) {
      this.log.warn({ reason: (error as Error).message }, 'Redis holds something else where an answer should be');
      return undefined;
    }
  }

  /** What a command gives; undefined if Redis is away, which is then not asked again for a while. */
  private async tried<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (performance.now() < this.awayUntil) return undefined;
    try {
      return await command();
    } catch (error) {
      this.awayUntil = performance.now() + AWAY_MS;
      this.log.warn({ reason: (error as Error).message }, 'Redis is away; answers are not kept');
      return undefined;
    }
  }
}

async function packed(kept: KeptAnswer): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(kept));
  return json.length < COMPRESSED_FROM ? Buffer.concat([PLAIN, json]) : Buffer.concat([COMPRESSED, await deflate(json, { level: 1 })]);
}

