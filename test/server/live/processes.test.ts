import { useFolder } from '../../cli/catalyst';
import { runCatalyst } from '../../cli/runCatalyst';
import { useDatabase } from '../../support/database';
import { describeRedis, useRedis } from '../../support/redis';
import { endAll, prepareToServe, serve } from '../catalystProcess';
import { type Session, overEvents, overSocket } from './clients';

const live = (after: string): string => `subscription { dataLoaded(after: "${after}") { version kinds } }`;

const heard = (told: readonly Session['told'][number][]): readonly unknown[] => told.map(({ data, extensions }) => [extensions?.cursor, data?.dataLoaded]);

describeRedis('servers as processes of their own, with a Redis', () => {
  const database = useDatabase();
  const redis = useRedis();
  const file = useFolder();
  let days = 0;

  beforeAll(() => prepareToServe(database().db));
  afterEach(endAll);

  /** Loads a close by the command line, a process that knows of no server. */
  const load = async (): Promise<void> => {
    days += 1;
    const path = file(`closes-${days}.csv`, `symbol,observed_on,close,closes\nIWM,2024-06-${String(days).padStart(2, '0')},200,RAW\n`);
    const { code, stderr } = await runCatalyst(database().url, ['load', 'csv-prices', path]);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  };
  const expected = (from: number, to: number): readonly unknown[] =>
    Array.from({ length: to - from + 1 }, (_, n) => [String(from + n), { version: String(from + n), kinds: ['CLOSES'] }]);

  it('tell all of their clients of every load, whatever happens to Redis, and whoever comes back of all that was missed', async () => {
    const environment = { DATABASE_URL: database().url, REDIS_URL: redis().url };
    const [one, other] = [serve(environment), serve(environment)];
    const [socketAddress, eventsAddress] = await Promise.all([one.address(), other.address()]);
    const [socket, events] = [overSocket(socketAddress, live('1')), overEvents(eventsAddress, live('1'))];

    await load();
    for (const { first } of [socket, events]) expect(heard(await first(1))).toEqual(expected(2, 2));
    await redis().kill();
    await load();
    for (const { first } of [socket, events]) expect(heard(await first(2))).toEqual(expected(2, 3));

    other.kill('SIGKILL');
    await other.ended;
    await load();
    expect(heard(await socket.first(3))).toEqual(expected(2, 4));
    await redis().restart();
    const again = serve({ ...environment, PORT: new URL(eventsAddress).port });
    const resumed = overEvents(await again.address(), live(events.told.at(-1)?.extensions?.cursor ?? ''));
    expect(heard(await resumed.first(1))).toEqual(expected(4, 4));
    await load();
    expect(heard(await resumed.first(2))).toEqual(expected(4, 5));
    expect(heard(await socket.first(4))).toEqual(expected(2, 5));

    one.kill('SIGTERM');
    expect((await one.ended).code).toBe(0);
    expect(socket.failure()).toMatchObject({ code: 1001 });
  });
});
