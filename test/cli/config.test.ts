import { InvalidConfiguration } from '../../src/domain/errors';
import { readConfig, variables } from '../../src/server/config';

type Name = keyof typeof variables;

/** What a variable may hold, with what it then means; its first entry is the default. */
const readings: Readonly<Record<Name, readonly [string | number | boolean | undefined, ...(readonly [string, string | number | boolean])[]]>> = {
  DATABASE_URL: [
    undefined,
    ['postgres://u:p@localhost:5432/db', 'postgres://u:p@localhost:5432/db'],
    ['postgresql://[::1]/db?sslmode=require', 'postgresql://[::1]/db?sslmode=require'],
    ['postgres://u:p%40%2F%25@h/db', 'postgres://u:p%40%2F%25@h/db'],
    ['postgres:///db?host=/var/run/postgresql', 'postgres:///db?host=/var/run/postgresql'],
  ],
  HOST: ['127.0.0.1', ['0.0.0.0', '0.0.0.0'], ['::1', '::1'], ['db-1.example.org', 'db-1.example.org']],
  PORT: [4_000, ['0', 0], ['1', 1], ['65535', 65_535]],
  REDIS_URL: [undefined, ['redis://localhost:6379', 'redis://localhost:6379'], ['rediss://u:p@h/1', 'rediss://u:p@h/1']],
  ANSWER_CACHE_MB: [64, ['0', 0], ['65536', 65_536]],
  LOG_LEVEL: ['info', ...['fatal', 'error', 'warn', 'info', 'debug', 'silent'].map((level) => [level, level] as const)],
  POOL_SIZE: [10, ['2', 2], ['200', 200]],
  STATEMENT_TIMEOUT_MS: [15_000, ['100', 100], ['600000', 600_000]],
  MAX_COST: [1_000_000, ['1000', 1_000], ['100000000', 100_000_000]],
  EXPORTS_AT_ONCE: [2, ['0', 0], ['100', 100]],
  SUBSCRIPTIONS_AT_ONCE: [1_000, ['0', 0], ['100000', 100_000]],
  TRUSTED_DOCUMENTS: [undefined, ['documents.json', 'documents.json']],
  TRUSTED_ONLY: [false, ['true', true], ['false', false]],
  FEDERATION: [false, ['true', true], ['false', false]],
  HTTP_MAX_AGE_S: [300, ['0', 0], ['31536000', 31_536_000]],
  SHUTDOWN_DELAY_MS: [0, ['0', 0], ['600000', 600_000]],
  SHUTDOWN_GRACE_MS: [10_000, ['0', 0], ['600000', 600_000]],
};

const outOfRange = (least: number, most: number): readonly string[] => [
  ...(least === 0 ? [] : [String(least - 1)]),
  String(most + 1),
  '-1',
  '1.5',
  '1e3',
  '0x10',
  ' 5',
  'five',
  '9'.repeat(400),
];

/** What a variable may not hold. */
const refused: Readonly<Record<Name, readonly string[]>> = {
  DATABASE_URL: [
    'mysql://u:secret@h/db',
    'u:secret@h/db',
    'postgres://',
    'postgres://u:secret@h:port/db',
    'postgres://u:sec ret@h/db',
    'postgres://u:se%cret@h/db',
    'postgres://u:secret@h:99999/db',
    ' postgres://u:secret@h/db',
    'postgres://u:secret@h/db\n',
  ],
  HOST: ['two words', 'http://localhost', 'a/b', 'localhost\n'],
  PORT: outOfRange(0, 65_535),
  REDIS_URL: ['localhost:6379', 'redis://', 'http://h', 'redis://u:secret@h:99999'],
  ANSWER_CACHE_MB: outOfRange(0, 65_536),
  LOG_LEVEL: ['INFO', 'verbose', 'trace', ' info'],
  POOL_SIZE: outOfRange(2, 200),
  STATEMENT_TIMEOUT_MS: outOfRange(100, 600_000),
  MAX_COST: outOfRange(1_000, 100_000_000),
  EXPORTS_AT_ONCE: outOfRange(0, 100),
  SUBSCRIPTIONS_AT_ONCE: outOfRange(0, 100_000),
  TRUSTED_DOCUMENTS: [],
  TRUSTED_ONLY: ['yes', '1', 'TRUE'],
  FEDERATION: ['yes', '1', 'TRUE'],
  HTTP_MAX_AGE_S: outOfRange(0, 31_536_000),
  SHUTDOWN_DELAY_MS: outOfRange(0, 600_000),
  SHUTDOWN_GRACE_MS: outOfRange(0, 600_000),
};

/** What reading fails with. */
function refusal(environment: Readonly<Record<string, string>>): InvalidConfiguration {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof InvalidConfiguration) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe.each(Object.keys(variables) as Name[])('%s', (name) => {
  const [usual, ...others] = readings[name];

  it(`is ${usual} where it is left out, or empty`, () => {
    expect(readConfig({})[name]).toBe(usual);
    expect(readConfig({ [name]: '' })[name]).toBe(usual);
    expect(readConfig({ [name]: undefined })[name]).toBe(usual);
  });

  it.each(others)('may be %s', (text, value) => {
    expect(readConfig({ [name]: text })[name]).toBe(value);
  });

  if (refused[name].length > 0) it.each(refused[name])('is refused in one line that names it and what was expected, not what it was: %j', (text) => {
    const { message } = refusal({ [name]: text });

    expect(message).toBe(`${name}: expected ${variables[name].expected}.`);
    expect(message).not.toMatch(/\n|secret/);
  });

  it('says as its default what it is where it is left out', () => {
    if (usual !== undefined) expect(variables[name].default).toBe(String(usual));
  });
});

describe('the configuration', () => {
  it('takes nothing else from the environment', () => {
    expect(Object.keys(readConfig({ PATH: '/bin', NODE_ENV: 'test', port: '1' }))).toEqual(Object.keys(variables));
  });

  it('names the first of several wrong variables', () => {
    expect(refusal({ POOL_SIZE: 'x', PORT: 'x' }).message).toMatch(/^PORT: /);
  });
});
