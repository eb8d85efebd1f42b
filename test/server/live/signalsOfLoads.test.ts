import { addDays, dayInNewYork, type IsoDate } from '../../../src/domain/isoDate';
import { sessionBack } from '../../../src/domain/nyseCalendar';
import { useFolder } from '../../cli/catalyst';
import { runCatalyst } from '../../cli/runCatalyst';
import { useDatabase } from '../../support/database';
import { describeRedis, useRedis } from '../../support/redis';
import { endAll, prepareToServe, serve } from '../catalystProcess';
import { overEvents, overSocket } from './clients';

/** The newest session that has begun, and weeks before it: what a signal reads today is told from what was known by then. */
const NEWEST = sessionBack(dayInNewYork(new Date()), 0) ?? ('' as IsoDate);
const WEEKS = Array.from({ length: 12 }, (_, n) => addDays(NEWEST, 7 * (n - 12)));

/** The command line, a process that knows of no server, loads an index of financial conditions; two servers, and a client of either, hear of what it makes of a signal. */
function itTellsOfSignals(environment: () => Readonly<Record<string, string>>): void {
  const database = useDatabase();
  const file = useFolder();

  beforeAll(() => prepareToServe(database().db));
  afterAll(endAll);

  const catalyst = async (...args: readonly string[]): Promise<void> => {
    const { code, stderr } = await runCatalyst(database().url, [...args]);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  };
  const load = (name: string, value: number, knownOn: IsoDate): Promise<void> =>
    catalyst('load', 'csv-observations', file(name, `series,observed_on,value,known_on\n${WEEKS.filter((day) => day < knownOn).map((day) => `NFCI,${day},${value},${knownOn}\n`).join('')}`));

  it('is told to each client once, when what was loaded makes a signal read otherwise', async () => {
    await load('loose.csv', -0.5, addDays(NEWEST, -10));
    await catalyst('signals');
    const servers = [serve({ DATABASE_URL: database().url, ...environment() }), serve({ DATABASE_URL: database().url, ...environment() })];
    const [one = '', other = ''] = await Promise.all(servers.map(({ address }) => address()));
    const query = 'subscription { signalChanged(keys: ["financial-conditions"]) { key asOf score state before { score state } } }';
    const clients = [overSocket(one, query), overEvents(other, query)];
    await load('tight.csv', 0.5, addDays(NEWEST, -1));
    for (const { first } of clients) {
      const [{ data }] = (await first(1)) as [{ readonly data: unknown }];
      expect(data).toEqual({ signalChanged: { key: 'financial-conditions', asOf: NEWEST, score: -1, state: 'AGAINST', before: { score: 1, state: 'FOR' } } });
    }
    await load('tighter.csv', 0.25, NEWEST);
    for (const { first } of clients) expect((await first(2)).map(({ data }) => (data?.signalChanged as { readonly score: number }).score)).toEqual([-1, -0.5]);
  });
}

describe('a signal, without a Redis', () => itTellsOfSignals(() => ({ REDIS_URL: '' })));

describeRedis('a signal, with a Redis', () => {
  const redis = useRedis();
  itTellsOfSignals(() => ({ REDIS_URL: redis().url }));
});
