import { isoDate } from '../../../src/domain/isoDate';
import { bringUpToDate } from '../../../src/evaluation/bringUpToDate';
import { Every, sessionsEvery } from '../../../src/evaluation/sessionsOn';
import { eventStudy } from '../../../src/signals/eventStudy';
import { signalByKey } from '../../../src/signals/signals';
import type { State } from '../../../src/signals/State';
import { HistoryWriter } from '../../../src/store/history/HistoryWriter';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { Random } from '../../support/Random';
import { loadCloses } from '../../store/load/priceFile';

const database = useDatabase();

const KNOWABLE = '2023-04-11';
const sessions = sessionsEvery(Every.DAY, isoDate('2022-09-01'), isoDate('2024-02-29'));
const closes = new Map<string, readonly number[]>();

/** The seven, which go up and down against small caps, for a year and a half about the day on which they were named. */
beforeAll(async () => {
  const random = new Random(4);
  for (const symbol of ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA', 'IWM', 'SPY']) {
    const swing = symbol === 'IWM' ? 0.15 : symbol === 'SPY' ? 0.02 : 0;
    closes.set(symbol, sessions.map((_, i) => Math.round(10_000 * (1 + swing * Math.sin(i / 12)) * (1 + (random.fraction() - 0.5) * 0.02)) / 100));
    await loadCloses(database().db, symbol, 'TOTAL_RETURN', Object.fromEntries(sessions.map((day, i) => [day, closes.get(symbol)?.[i] ?? 0])), { on: '2024-03-01' });
  }
});

const RECORD = `eventStudy(horizons: [5, 21], hindsight: $hindsight) { horizon events mean median hitRate unconditionalMean pValue standardError }
  informationCoefficient(horizons: [5], hindsight: $hindsight) { sample coefficient } baseRates(hindsight: $hindsight) { state sessions }`;

interface Answer {
  readonly signal: {
    readonly history: { readonly dates: readonly string[]; readonly states: readonly State[] };
    readonly eventStudy: readonly { readonly events: number; readonly mean: number | null }[];
    readonly informationCoefficient: readonly { readonly sample: number; readonly coefficient: number | null }[];
    readonly baseRates: readonly { readonly sessions: number }[];
  };
}

const asked = async (hindsight: boolean): Promise<Answer['signal']> =>
  (await dataOf<Answer>(database().db, `query ($hindsight: Boolean!) { signal(key: "mag7-relative-strength", asOf: "2024-03-01") { history(from: "2022-09-01", to: "2024-02-29", every: DAY) { dates states } ${RECORD} } }`, { hindsight })).signal;

describe('the record of a signal of the Magnificent 7', () => {
  it('leaves out what it said before they were known as such, unless asked for', async () => {
    const [known, all] = [await asked(false), await asked(true)];
    const { dates, states } = known.history;
    const first = dates.indexOf(KNOWABLE);
    const studied = (from: number) => [5, 21].map((horizon) => eventStudy({ states: states.slice(from), small: closes.get('IWM')?.slice(from) ?? [], large: closes.get('SPY')?.slice(from) ?? [] }, horizon));
    expect(known.eventStudy).toEqual(studied(first));
    expect(all.eventStudy).toEqual(studied(0));
    expect([known.eventStudy[0]?.events, all.eventStudy[0]?.events].map((events) => (events ?? 0) > 0)).toEqual([true, true]);
    expect(all.eventStudy[0]?.events).toBeGreaterThan(known.eventStudy[0]?.events ?? NaN);
    const counted = ({ baseRates }: Answer['signal']): number => baseRates.reduce((sum, rate) => sum + rate.sessions, 0);
    expect([counted(known), counted(all)]).toEqual([dates.length - first, dates.length]);
    expect([known.informationCoefficient[0]?.sample, all.informationCoefficient[0]?.sample]).toEqual([10, 14]);
    expect(known.informationCoefficient[0]?.coefficient).not.toBe(all.informationCoefficient[0]?.coefficient);
  });

  it('does so too where its history is read from the store', async () => {
    const statements = async () => (await ask(database().db, '{ signal(key: "mag7-relative-strength", asOf: "2024-03-01") { baseRates { sessions } } }')).statements;
    const [evaluated, took] = [[await asked(false), await asked(true)], await statements()];
    await HistoryWriter.inTurn(database().db, (writer) => bringUpToDate(writer, [signalByKey('mag7-relative-strength')], { now: new Date('2024-03-01T22:00:00Z') }));
    expect((await statements()).length).toBeLessThan(took.length);
    expect([await asked(false), await asked(true)]).toEqual(evaluated);
  });

  it('begins on that day for all that is made of them', async () => {
    const { signals } = await dataOf<{ signals: readonly { key: string; knowableFrom: string | null }[] }>(database().db, '{ signals(asOf: "2024-03-01") { key knowableFrom } }');
    const since = signals.filter(({ knowableFrom }) => knowableFrom !== null);
    expect(new Set(since.map(({ knowableFrom }) => knowableFrom))).toEqual(new Set([KNOWABLE]));
    expect(since.map(({ key }) => key).sort()).toEqual(['mag7-concentration', 'mag7-earnings-surprise', 'mag7-growth-gap', 'mag7-relative-strength', 'mag7-unwind', 'mag7-valuation', 'rotation']);
  });
});
