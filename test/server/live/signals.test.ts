import type { DataSource } from 'typeorm';
import { useDatabase } from '../../support/database';
import { aLoad } from '../../support/rows';
import { type TestServer, startTestServer } from '../startTestServer';
import { until } from '../until';
import { overEvents, overSocket } from './clients';

/** A reading as it is stored: a score alone, and what it says. */
interface Reading {
  readonly key?: string;
  readonly asOf: string;
  readonly score: number | null;
  readonly knowledge?: string;
}

let computings = 0;

/** Stores readings as one computing from a data version. */
async function compute(db: DataSource, load: string, ...readings: readonly Reading[]): Promise<void> {
  computings += 1;
  const state = (score: number | null): string => (score === null ? 'INSUFFICIENT_DATA' : score >= 0.25 ? 'FOR' : score <= -0.25 ? 'AGAINST' : 'NEUTRAL');
  const rows = readings.map(
    ({ key = 'soft-landing', asOf, score, knowledge = 'ANY' }) =>
      `('${key}', '${knowledge}', '${asOf}', 1, ${score}, ${score}, '${state(score)}', 'VINTAGE', FALSE, 'hash', ${load}, '2026-01-01'::timestamptz + interval '${computings} s')`,
  );
  await db.query(`INSERT INTO signal_reading (signal_key, knowledge, as_of, version, value, score, state, known_on_basis, is_hindsight, inputs_hash, load_id, computed_at) VALUES ${rows.join(', ')}`);
}

describe('what signals come to read', () => {
  const database = useDatabase();
  let server: TestServer;
  let first: string;

  const changes = (after: string, keys = ''): string => `subscription { signalChanged(${keys} after: "${after}") { key asOf score state before { asOf score state } } }`;
  const scores = (told: readonly { readonly data?: Readonly<Record<string, unknown>> | null }[]): readonly unknown[] =>
    told.map(({ data }) => {
      const { asOf, score, before } = data?.signalChanged as { readonly asOf: string; readonly score: number | null; readonly before: Reading };
      return [before.asOf, before.score, asOf, score];
    });

  beforeAll(async () => {
    const { db } = database();
    server = await startTestServer(database().url);
    first = await aLoad(db);
    await compute(db, first, { asOf: '2026-01-02', score: 0.1 }, { asOf: '2026-01-05', score: 0.2 }, { asOf: '2026-01-05', score: 0.5, key: 'fed-easing' });
  });

  it('is told with what they read before, once for each computing, at its newest session', async () => {
    const { db } = database();
    const { first: told } = overSocket(server.address, changes(first));
    const second = await aLoad(db);
    await compute(db, second, { asOf: '2026-01-05', score: -0.4 }, { asOf: '2026-01-06', score: 0.3 });
    expect(await told(1)).toMatchObject([
      {
        data: { signalChanged: { key: 'soft-landing', asOf: '2026-01-06', score: 0.3, state: 'FOR', before: { asOf: '2026-01-05', score: 0.2, state: 'NEUTRAL' } } },
        extensions: { cursor: expect.stringMatching(new RegExp(`^${second}\\.\\d+$`)) as string },
      },
    ]);
  });

  it('is not told where only earlier days are told anew, nothing is otherwise, a signal is new, or only proven knowledge differs', async () => {
    const { db } = database();
    const load = await aLoad(db);
    await compute(db, load, { asOf: '2026-01-02', score: -1 }, { asOf: '2026-01-05', score: -1 });
    await compute(db, load, { asOf: '2026-01-07', score: 0.3 }, { asOf: '2026-01-07', score: 1, key: 'growth-resilience' });
    await compute(db, load, { asOf: '2026-01-07', score: 1, knowledge: 'PROVEN' });
    await compute(db, load, { asOf: '2026-01-07', score: null });
    const { first: told } = overEvents(server.address, changes(String(Number(load) - 1)));
    expect(scores(await told(1))).toEqual([['2026-01-07', 0.3, '2026-01-07', null]]);
  });

  it('is told of the signals asked for, and again from a cursor', async () => {
    const { db } = database();
    const before = await aLoad(db);
    const easing = overSocket(server.address, changes(before, 'keys: ["fed-easing"],'));
    const load = await aLoad(db);
    await compute(db, load, { asOf: '2026-01-08', score: 0.9 }, { asOf: '2026-01-08', score: -0.9, key: 'fed-easing' });
    const later = await aLoad(db);
    await compute(db, later, { asOf: '2026-01-09', score: 0.8 }, { asOf: '2026-01-09', score: -0.8, key: 'fed-easing' });
    expect(scores(await easing.first(2))).toEqual([['2026-01-05', 0.5, '2026-01-08', -0.9], ['2026-01-08', -0.9, '2026-01-09', -0.8]]);

    const all = await overSocket(server.address, changes(before)).first(4);
    const cursor = all[1]?.extensions?.cursor ?? '';
    expect(await overEvents(server.address, changes(cursor)).first(2)).toEqual(all.slice(2));
    expect(await overEvents(server.address, changes('0'), { 'last-event-id': cursor }).first(2)).toEqual(all.slice(2));
    expect(await overSocket(server.address, changes(load)).first(2)).toEqual(all.slice(2));
  });

  it('is not to be had of a signal that there is not, nor from what has not been yet', async () => {
    const refused = ['keys: ["nope"]', 'after: "1.99999"', 'after: "99999"', 'after: "1.2.3"'].map((args) => overSocket(server.address, `subscription { signalChanged(${args}) { key } }`));
    await until(() => refused.map(({ failure }) => failure() !== undefined), (failed) => failed.every((is) => is));
    expect(refused.map(({ failure }) => failure())).toMatchObject([
      [{ extensions: { code: 'NOT_FOUND' } }],
      ...Array.from({ length: 3 }, () => [{ extensions: { code: 'BAD_USER_INPUT' } }]),
    ]);
  });
});
