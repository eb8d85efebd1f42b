import { z } from 'zod';
import { InvalidConfiguration } from '../domain/errors';

/** One environment variable: what it may hold, and what a person needs to know to set it. */
interface Variable<Value> {
  readonly read: z.ZodType<Value, string | undefined>;
  readonly default: string;
  readonly expected: string;
  readonly meaning: string;
}

const variable = <Value>(definition: Variable<Value>): Variable<Value> => definition;

const whole = (least: number, most: number, usual: number) => ({
  read: z
    .string()
    .default(String(usual))
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most)
    .transform(Number),
  default: String(usual),
  expected: `a whole number from ${least} to ${most}`,
});

/** An address that URL and Postgres' client both read: the latter fails on a stray `%`. */
function isPostgresAddress(text: string): boolean {
  if (!/^postgres(ql)?:\/\/\S+$/.test(text) || !URL.canParse(text)) return false;
  try {
    decodeURI(text);
    return true;
  } catch {
    return false;
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Every environment variable that is read, by its name. The README's table is printed from here. */
export const variables = {
  DATABASE_URL: variable({
    read: z
      .string()
      .refine(isPostgresAddress)
      .optional(),
    default: 'an embedded Postgres',
    expected: 'an address postgres://user:password@host:port/database',
    meaning: 'The Postgres to use, 15 or later. Left out, one of the clone’s own is started.',
  }),
  HOST: variable({
    read: z.string().regex(/^[A-Za-z0-9.:_-]+$/).default('127.0.0.1'),
    default: '127.0.0.1',
    expected: 'a host name or address to listen on',
    meaning: 'Where the server listens. `0.0.0.0` opens it to the network.',
  }),
  PORT: variable({ ...whole(0, 65_535, 4_000), meaning: 'The port it listens on; 0 takes any that is free.' }),
  REDIS_URL: variable({
    read: z
      .string()
      .refine((text) => /^rediss?:\/\/\S+$/.test(text) && URL.canParse(text))
      .optional(),
    default: 'none',
    expected: 'an address redis://user:password@host:port/database',
    meaning: 'A Redis in which all servers that share it keep answers, and tell each other of loads. Left out, each keeps its own in memory.',
  }),
  ANSWER_CACHE_MB: variable({
    ...whole(0, 65_536, 64),
    meaning: 'Megabytes of answers that a server keeps in memory where there is no Redis; 0 keeps none, in Redis neither.',
  }),
  LOG_LEVEL: variable({
    read: z.enum(LOG_LEVELS).default('info'),
    default: 'info',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    meaning: 'From which level on log lines are written, as JSON, to standard error.',
  }),
  POOL_SIZE: variable({ ...whole(2, 200, 10), meaning: 'Most connections to Postgres that are open at once. What a signal is told from is read over two while half of them are free.' }),
  STATEMENT_TIMEOUT_MS: variable({
    ...whole(100, 600_000, 15_000),
    meaning: 'After how many milliseconds Postgres gives up on a query’s statement. Loads are not bounded.',
  }),
  MAX_COST: variable({ ...whole(1_000, 100_000_000, 1_000_000), meaning: 'The most values that one operation may return.' }),
  EXPORTS_AT_ONCE: variable({
    ...whole(0, 100, 2),
    meaning: 'How many exports may be under way at once, each on a connection of `POOL_SIZE`; 0 gives none.',
  }),
  SUBSCRIPTIONS_AT_ONCE: variable({
    ...whole(0, 100_000, 1_000),
    meaning: 'How many subscriptions may be under way at once, and how many WebSocket connections; 0 allows none.',
  }),
  TRUSTED_DOCUMENTS: variable({
    read: z.string().optional(),
    default: 'none',
    expected: 'a path of a JSON file',
    meaning: 'Documents that may be asked by the SHA-256 of their text alone: a list as Relay or Apollo write it.',
  }),
  TRUSTED_ONLY: variable({
    read: z.enum(['true', 'false']).default('false').transform((text) => text === 'true'),
    default: 'false',
    expected: 'true or false',
    meaning: 'Whether documents that are not in `TRUSTED_DOCUMENTS` are refused.',
  }),
  FEDERATION: variable({
    read: z.enum(['true', 'false']).default('false').transform((text) => text === 'true'),
    default: 'false',
    expected: 'true or false',
    meaning: 'Whether the graph is also a subgraph of Federation 2: `_service` and `_entities`, for a router.',
  }),
  HTTP_MAX_AGE_S: variable({
    ...whole(0, 31_536_000, 300),
    meaning: 'For how many seconds caches on the way may hold the answer to a GET of a document by its hash, if it is about past days only.',
  }),
  SHUTDOWN_DELAY_MS: variable({
    ...whole(0, 600_000, 0),
    meaning: 'How many milliseconds `/ready` says no before requests are refused, for a load balancer to see it.',
  }),
  SHUTDOWN_GRACE_MS: variable({
    ...whole(0, 600_000, 10_000),
    meaning: 'How many milliseconds running requests then have to end.',
  }),
};

type Variables = typeof variables;

export type Config = { readonly [Name in keyof Variables]: z.output<Variables[Name]['read']> };

/**
 * Reads the whole configuration, once. An empty variable counts as left out.
 * @throws {InvalidConfiguration} one line that names the variable and what was expected; never its value,
 *   which may be a secret.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const entries = Object.entries(variables).map(([name, { read, expected }]) => {
    const text = environment[name];
    const result = read.safeParse(text === '' ? undefined : text);
    if (!result.success) throw new InvalidConfiguration(`${name}: expected ${expected}.`);
    return [name, result.data] as const;
  });
  return Object.fromEntries(entries) as Config;
}
