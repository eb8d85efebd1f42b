import { isoDate } from '../../src/domain/isoDate';
import { bringUpToDate } from '../../src/evaluation/bringUpToDate';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import type { Definition } from '../../src/signals/defineSignal';
import { signalByKey } from '../../src/signals/signals';
import { HistoryWriter } from '../../src/store/history/HistoryWriter';
import { useDatabase } from '../support/database';
import { aVintage, loadSeries } from '../store/load/inventedSeries';
import { type TestServer, startTestServer } from './startTestServer';

const database = useDatabase();

const SESSIONS = sessionsEvery(Every.DAY, isoDate('2024-07-01'), isoDate('2024-07-19'));
const conditions = signalByKey('financial-conditions');

/** As it might have been before its version rose: half a point higher. */
const before: Definition = {
  ...conditions,
  version: 0,
  compute: (...given) => {
    const measured = conditions.compute(...given);
    return 'value' in measured ? { ...measured, value: measured.value + 0.5 } : measured;
  },
};

const keep = (definition: Definition, at: string) => HistoryWriter.inTurn(database().db, (writer) => bringUpToDate(writer, [definition], { now: new Date(at) }));

interface History {
  readonly dates: readonly string[];
  readonly values: readonly number[];
  readonly publishedValues: readonly (number | null)[];
  readonly publishedVersions: readonly (number | null)[];
  readonly publishedTimes: readonly (string | null)[];
  readonly valueGaps: readonly (number | null)[];
  readonly scoreGaps: readonly (number | null)[];
}

describe('a history over HTTP', () => {
  let server: TestServer;

  const asked = async (): Promise<History> => {
    const { body } = await server.ask('{ signal(key: "financial-conditions", asOf: "2024-07-19") { history(from: "2024-07-01", every: DAY) { dates values publishedValues publishedVersions publishedTimes valueGaps scoreGaps } } }');
    return (body.data as { readonly signal: { readonly history: History } }).signal.history;
  };
  const all = <Item>(item: Item): readonly Item[] => SESSIONS.map(() => item);

  beforeAll(async () => {
    const { db, url } = database();
    await loadSeries(db, [aVintage('NFCI', '2024-06-30', { '2024-06-28': '-0.1' })], { on: '2024-07-19' });
    server = await startTestServer(url);
  });

  it('has nothing published of days that nobody has stored', async () => {
    expect(await asked()).toMatchObject({ dates: SESSIONS, publishedValues: all(null), publishedVersions: all(null), publishedTimes: all(null), valueGaps: all(null), scoreGaps: all(null) });
  });

  it('has what the version before published beside what the definition tells since it rose, and the gap, before and after it is computed again', async () => {
    await keep(before, '2024-07-19T22:00:00Z');
    const risen = await asked();
    const found = risen.values.map((value) => value + 0.5);
    expect(risen).toMatchObject({ publishedValues: found, publishedVersions: all(0), publishedTimes: all('2024-07-19T22:00:00.000Z'), scoreGaps: all(0) });
    expect(risen.valueGaps).toEqual(risen.values.map((value, i) => value - (found[i] ?? NaN)));
    expect(risen.valueGaps).toEqual(all(-0.5));
    await keep(conditions, '2024-07-20T22:00:00Z');
    expect(await asked()).toEqual(risen);
  });

  it('has the gap that a fact made that came late, from the day on which it counts as known, before and after it is computed again', async () => {
    const former = await asked();
    await loadSeries(database().db, [aVintage('NFCI', '2024-07-10', { '2024-06-28': '-0.3', '2024-07-05': '-0.4' })], { on: '2024-07-21' });
    const late = await asked();
    SESSIONS.forEach((day, i) => {
      const [was, is] = [former.values[i] ?? NaN, late.values[i] ?? NaN];
      expect({ day, isOther: is !== was }).toEqual({ day, isOther: day >= '2024-07-10' });
      expect(late.valueGaps[i]).toBeCloseTo(is - (was + 0.5), 12);
    });
    expect(late).toMatchObject({ publishedValues: former.publishedValues, publishedVersions: all(0), publishedTimes: former.publishedTimes });
    await keep(conditions, '2024-07-21T22:00:00Z');
    expect(await asked()).toEqual(late);
  });
});
