import pino from 'pino';
import { RedisStore } from '../../../src/server/answers/RedisStore';
import { useDatabase } from '../../support/database';
import { describeRedis, useRedis } from '../../support/redis';
import { aSnapshot } from '../../support/rows';
import { askThrough } from './askThrough';

const line = { security: 'EQUITY A', symbol: 'A', weight: '1' };
const positions = (asOf: string): string => `{ etf(symbol: "IWM", asOf: "${asOf}") { snapshot { positions } } }`;
const all = '{ etfs(first: 100, asOf: "2024-07-01") { nodes { id symbol name issuer index { name } } } }';

describeRedis('answers that are kept in Redis', () => {
  const database = useDatabase();
  const redis = useRedis();
  const stores: RedisStore[] = [];

  const aProcess = async () => {
    const store = new RedisStore(redis().url, pino({ level: 'silent' }));
    stores.push(store);
    await store.isReady();
    return askThrough(database().db, store);
  };

  beforeAll(() => aSnapshot(database().db, { fund: 'IWM', observedOn: '2024-06-28', lines: [line] }));
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  it('are those of all processes', async () => {
    const [one, other] = [await aProcess(), await aProcess()];
    for (const query of [positions('2024-07-01'), all]) {
      const first = await one.ask(query);
      expect(await other.ask(query)).toEqual({ result: JSON.parse(JSON.stringify(first.result)) as unknown, found: 'HIT' });
      expect(first.found).toBe('MISS');
    }
    expect(other.read()).toBe(0);
  });

  it('are found once, however many ask at once in several processes', async () => {
    const processes = [await aProcess(), await aProcess(), await aProcess()];
    const answers = await Promise.all(processes.flatMap(({ ask }) => Array.from({ length: 70 }, () => ask(positions('2024-07-02')))));
    expect(new Set(answers.map(({ result }) => JSON.stringify(result.data)))).toEqual(new Set(['{"etf":{"snapshot":{"positions":1}}}']));
    expect(processes.reduce((sum, { read }) => sum + read(), 0)).toBe(1);
  });

  it('are never older than what any process has seen', async () => {
    const [one, other] = [await aProcess(), await aProcess()];
    for (let day = 1; day <= 9; day += 1) {
      await one.ask(positions('2024-10-15'));
      await aSnapshot(database().db, { fund: 'IWM', observedOn: `2024-10-0${day}`, lines: Array.from({ length: day }, (_, n) => ({ ...line, security: `EQUITY ${n}` })) });
      for (const { ask } of [other, one]) expect((await ask(positions('2024-10-15'))).result.data).toEqual({ etf: { snapshot: { positions: day } } });
    }
  });

  it('hold until there is no room where they are about past days, and else for a day', async () => {
    const { ask } = await aProcess();
    await redis().say('FLUSHALL');
    await ask(positions('2024-07-04'));
    await ask('{ etf(symbol: "IWM") { name } }');
    const keys = (await redis().say('KEYS', 'catalyst:*')) as readonly string[];
    const ages = await Promise.all(keys.map((key) => redis().say('TTL', key)));
    expect(ages.map(Number).sort((a, b) => a - b)).toEqual([-1, expect.any(Number)]);
    expect(Math.max(...ages.map(Number))).toBeLessThanOrEqual(26 * 3_600);
  });

  it('are found anew where Redis holds something else in their place', async () => {
    const { ask } = await aProcess();
    for (const bytes of ['', '=', '={"versions"', '~nothing compressed', 'garbage']) {
      await redis().say('FLUSHALL');
      await ask(positions('2024-07-05'));
      const [key = ''] = (await redis().say('KEYS', 'catalyst:*')) as readonly string[];
      await redis().say('SET', key, bytes);
      expect(await ask(positions('2024-07-05'))).toMatchObject({ found: 'MISS', result: { data: { etf: { snapshot: { positions: 1 } } } } });
    }
  });

  it('are of no need: frozen, killed or full, it costs no answer, and serves again when it is back', async () => {
    const right = { result: { data: { etf: { snapshot: { positions: 1 } } } } };
    const { ask } = await aProcess();
    redis().freeze();
    const frozen = await Promise.all(Array.from({ length: 50 }, () => ask(positions('2024-07-08'))));
    redis().thaw();
    await redis().kill();
    const killed = await Promise.all(Array.from({ length: 50 }, () => ask(positions('2024-07-09'))));
    await redis().restart();
    await redis().say('CONFIG', 'SET', 'maxmemory', '1');
    const full = await (await aProcess()).ask(positions('2024-07-10'));
    for (const answer of [...frozen, ...killed, full]) expect(answer).toMatchObject(right);

    await redis().say('CONFIG', 'SET', 'maxmemory', '0');
    const again = await aProcess();
    await again.ask(positions('2024-07-11'));
    expect((await again.ask(positions('2024-07-11'))).found).toBe('HIT');
  });
});
