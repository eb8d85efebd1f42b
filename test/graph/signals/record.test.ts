import { isoDate } from '../../../src/domain/isoDate';
import { Every, sessionsEvery } from '../../../src/evaluation/sessionsOn';
import { eventStudy } from '../../../src/signals/eventStudy';
import { informationCoefficient } from '../../../src/signals/informationCoefficient';
import { State } from '../../../src/signals/State';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { Random } from '../../support/Random';
import { loadCloses } from '../../store/load/priceFile';
import { aVintage, loadSeries } from '../../store/load/inventedSeries';

const database = useDatabase();

const FROM = isoDate('2022-01-03');
const TO = isoDate('2024-06-28');
const sessions = sessionsEvery(Every.DAY, FROM, TO);
const small: number[] = [];
const large: number[] = [];

/** Conditions that swing about the borders, and small caps that do as they please. */
beforeAll(async () => {
  const { db } = database();
  const random = new Random(11);
  const weeks = Array.from({ length: 140 }, (_, i) => [new Date(Date.parse('2021-11-05') + i * 7 * 86_400_000).toISOString().slice(0, 10), (Math.sin(i / 2.5) * 0.4).toFixed(3)] as const);
  await loadSeries(db, [aVintage('NFCI', '2024-09-25', Object.fromEntries(weeks))]);
  let [one, other] = [100, 400];
  sessions.forEach(() => {
    small.push((one = Math.round(one * (1 + (random.fraction() - 0.5) * 0.03) * 100) / 100));
    large.push((other = Math.round(other * (1 + (random.fraction() - 0.5) * 0.02) * 100) / 100));
  });
  await loadCloses(db, 'IWM', 'TOTAL_RETURN', Object.fromEntries(sessions.map((day, i) => [day, small[i] ?? 0])));
  await loadCloses(db, 'SPY', 'TOTAL_RETURN', Object.fromEntries(sessions.map((day, i) => [day, large[i] ?? 0])));
});

interface Answer {
  readonly signal: {
    readonly history: { readonly dates: readonly string[]; readonly states: readonly State[]; readonly scores: readonly (number | null)[] };
    readonly eventStudy: readonly unknown[];
    readonly informationCoefficient: readonly unknown[];
    readonly baseRates: readonly { readonly state: State; readonly sessions: number; readonly share: number; readonly lagAssumed: number }[];
  };
}

const STUDY = 'horizon events mean median hitRate unconditionalMean pValue standardError';
const COEFFICIENT = 'horizon sample effectiveSample coefficient pValue firstHalf secondHalf';

describe('the record of a signal', () => {
  it('holds what it said on each session against what came from the close of the next one on', async () => {
    const { signal } = await dataOf<Answer>(
      database().db,
      `{ signal(key: "financial-conditions", asOf: "2024-07-15") {
        history(from: "${FROM}", to: "${TO}", every: DAY) { dates states scores }
        eventStudy(horizons: [5, 21]) { ${STUDY} }
        informationCoefficient(horizons: [21]) { ${COEFFICIENT} }
        baseRates { state sessions share lagAssumed }
      } }`,
    );
    const { states, scores, dates } = signal.history;
    expect(dates).toEqual(sessions);
    expect(signal.eventStudy).toEqual([5, 21].map((horizon) => eventStudy({ states, small, large }, horizon)));
    expect((signal.eventStudy[0] as { events: number }).events).toBeGreaterThan(7);
    const pairs = sessions.flatMap((day, i) => {
      const [s0, s1, l0, l1] = [small[i + 1], small[i + 22], large[i + 1], large[i + 22]];
      const isMonthEnd = sessions[i + 1]?.slice(0, 7) !== day.slice(0, 7);
      return !isMonthEnd || s0 === undefined || s1 === undefined || l0 === undefined || l1 === undefined ? [] : [{ score: scores[i] ?? NaN, relativeReturn: s1 / s0 - 1 - (l1 / l0 - 1) }];
    });
    expect(signal.informationCoefficient).toEqual([informationCoefficient(pairs, 21, 21)]);
    expect(signal.baseRates).toEqual(
      [State.AGAINST, State.NEUTRAL, State.FOR].map((state) => {
        const count = states.filter((one) => one === state).length;
        return { state, sessions: count, share: count / sessions.length, lagAssumed: count };
      }),
    );
  });

  it('looks at it on the last session of each week or month, or on each, where asked', async () => {
    const asked = (every: string) => `{ signal(key: "financial-conditions", asOf: "2024-07-15") {
      history(from: "${FROM}", to: "${TO}", every: DAY) { states scores }
      eventStudy(horizons: [5, 21], every: ${every}) { ${STUDY} }
      informationCoefficient(horizons: [5, 21], every: ${every}) { ${COEFFICIENT} } } }`;
    for (const [every, sessionsApart] of [['DAY', 1], ['WEEK', 5], ['MONTH', 21]] as const) {
      const { signal } = await dataOf<Answer>(database().db, asked(every));
      const lasts = new Set<string>(sessionsEvery(Every[every], FROM, TO));
      const places = sessions.flatMap((day, i) => (lasts.has(day) ? [i] : []));
      const { states, scores } = signal.history;
      expect(signal.eventStudy).toEqual([5, 21].map((horizon) => eventStudy({ states, small, large }, horizon, { places, sessionsApart })));
      const after = (closes: readonly number[], i: number, horizon: number) => (closes[i + 1 + horizon] ?? NaN) / (closes[i + 1] ?? NaN) - 1;
      const pairs = (horizon: number) => places.map((i) => ({ score: scores[i] ?? NaN, relativeReturn: after(small, i, horizon) - after(large, i, horizon) })).filter(({ relativeReturn }) => !Number.isNaN(relativeReturn));
      expect(signal.informationCoefficient).toEqual([5, 21].map((horizon) => informationCoefficient(pairs(horizon), horizon, sessionsApart)));
    }
  });

  it('counts only windows that have closed by the knowledge date, and no session whose closes were not known', async () => {
    const { signal } = await dataOf<{ signal: { informationCoefficient: readonly { sample: number }[]; baseRates: readonly { sessions: number }[] } }>(
      database().db,
      '{ signal(key: "financial-conditions", asOf: "2022-03-31") { informationCoefficient(horizons: [21]) { sample } baseRates { sessions } } }',
    );
    expect(signal.informationCoefficient).toEqual([{ sample: 2 }]);
    expect(signal.baseRates.reduce((sum, rate) => sum + rate.sessions, 0)).toBe(sessions.filter((day) => day <= '2022-03-31').length);
  });

  it('is empty without closes of both, and refuses what makes no sense', async () => {
    expect(await dataOf(database().db, '{ signal(key: "fed-easing") { baseRates(small: "VTWO") { state } eventStudy(small: "VTWO", horizons: [21]) { events mean unconditionalMean } } }')).toEqual({
      signal: { baseRates: [], eventStudy: [{ events: 0, mean: null, unconditionalMean: null }] },
    });
    const refused = async (field: string) => (await ask(database().db, `{ signal(key: "fed-easing") { ${field} } }`)).result.errors?.[0];
    expect(await refused('eventStudy(horizons: [0]) { events }')).toMatchObject({ message: "'horizons' holds 0: expected 1 to 1260.", extensions: { code: 'BAD_USER_INPUT' } });
    expect(await refused('eventStudy(small: "VTWOO") { mean }')).toMatchObject({ message: "There is no fund 'VTWOO', nor any close of it. Close to it: VTWO.", extensions: { code: 'BAD_USER_INPUT' } });
    expect(await refused('baseRates(small: "IWM", large: "IWM") { state }')).toMatchObject({ message: "'small' and 'large' are both IWM: expected two.", extensions: { code: 'BAD_USER_INPUT' } });
  });
});
