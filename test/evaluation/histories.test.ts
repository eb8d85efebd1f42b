import { Knowledge } from '../../src/domain/knowledge';
import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { histories } from '../../src/evaluation/histories';
import { needsOf } from '../../src/evaluation/needsOf';
import { readingsOnDays } from '../../src/evaluation/readingsOnDays';
import { tracks } from '../../src/evaluation/tracks';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import { Evaluation } from '../../src/signals/Evaluation';
import type { Facts, Observed } from '../../src/signals/Facts';
import { signalByKey, signals } from '../../src/signals/signals';
import { State, statesOf } from '../../src/signals/State';
import { observationsOf } from '../../src/store/reads/observations';
import { Reader } from '../../src/store/Reader';
import { type Sql, sql } from '../../src/store/sql';
import { useDatabase } from '../support/database';
import { loadReleaseDays } from '../support/marketReleases';
import { rowsOf } from '../store/reads/rowsOf';
import { noFacts } from '../signals/noFacts';
import { loadSignalMarket } from './signalMarket';
import { loadSignalSeries } from './signalSeries';

const database = useDatabase();
const all = [...signals.values()];

/** Those that are told from macro series alone. */
const macro = all.filter((signal) => needsOf([signal]).every(({ kind }) => kind === 'observations'));
const SESSIONS = sessionsEvery(Every.DAY, isoDate('2023-05-01'), isoDate('2024-07-31'));

beforeAll(async () => {
  await loadSignalSeries(database().db, 3);
  await loadSignalMarket(database().db, 3);
  await loadReleaseDays(database().db, { 50: ['2023-02-03', '2023-03-10', '2023-04-07', '2023-05-05', '2023-06-02', '2023-07-07'] }, { knownOn: '2023-07-20' });
});

const reader = () => new Reader(database().db);

interface Row {
  readonly observed_on: IsoDate;
  readonly value: number | null;
  readonly known_on: IsoDate;
  readonly known_on_basis: Observed['knownOnBasis'];
  readonly vintage: string;
}

/** With what their vintage is called. */
const named = (rows: Sql): Sql =>
  sql`SELECT o.*, concat_ws('/', v.known_on::text, v.digest, CASE WHEN o.known_on_basis IN ('RELEASE_CALENDAR', 'LAG_ASSUMED') THEN 'assumed' END) AS vintage FROM (${rows}) o JOIN vintage v ON v.id = o.vintage_id`;

/** Facts as one question each tells them: what the sets must be the same as. */
async function factsAsked(asOf: IsoDate, knowledge: Knowledge): Promise<Facts> {
  const asked = new Map<string, readonly Observed[]>();
  for (const { inputs } of macro) {
    for (const { need } of Object.values(inputs)) {
      if (need.kind !== 'observations') continue;
      const { code, days } = need;
      const rows = await rowsOf<Row>(database().db, named(observationsOf(code, { asOf, knowledge }, { from: addDays(asOf, -days), to: null })), 'observed_on');
      const known = rows.flatMap(({ observed_on: observedOn, value, known_on: knownOn, known_on_basis: knownOnBasis, vintage }) => (value === null ? [] : [{ observedOn, value, vintage, knownOn, knownOnBasis }]));
      asked.set(`${code}/${days}`, known);
    }
  }
  return { ...noFacts(asOf), observations: (code, days) => asked.get(`${code}/${days}`) ?? [] };
}

describe('readings of many days', () => {
  it.each(Object.values(Knowledge))('are under %s, of macro series, what each day tells by itself, asked one by one', async (knowledge) => {
    const days = SESSIONS.filter((_, i) => i % 17 === 0);
    const together = await readingsOnDays((statement) => reader().read(statement), macro, days, knowledge);
    const scored = new Set<string>();
    for (const day of days) {
      const evaluation = new Evaluation(await factsAsked(day, knowledge));
      const apart = macro.map((signal) => evaluation.reading(signal));
      expect(together.get(day)).toEqual(apart);
      apart.forEach(({ key, score }) => score !== null && scored.add(key));
    }
    const fresh = knowledge === Knowledge.ANY ? macro.map(({ key }) => key) : ['growth-resilience', 'inflation-moderation', 'labor-resilience'];
    expect([...scored].sort()).toEqual(fresh.sort());
  });

  it('take each statement once, however many the days are', async () => {
    const statements: string[] = [];
    await readingsOnDays((statement) => (statements.push(statement.text), reader().read(statement)), all, SESSIONS, Knowledge.ANY);
    expect(statements.length).toBeGreaterThan(0);
    expect(new Set(statements).size).toBe(statements.length);
  });
});

describe('a history', () => {
  it('has the states that all sessions since the first would give', async () => {
    const since = sessionsEvery(Every.DAY, isoDate('2022-06-01'), isoDate('2024-07-31'));
    const read = (statement: Parameters<Reader['read']>[0]) => reader().read(statement);
    const scores = await readingsOnDays(read, all, since, Knowledge.ANY);
    const monthly = sessionsEvery(Every.MONTH, isoDate('2023-05-01'), isoDate('2024-07-31'));
    const found = await histories(read, all, monthly, Knowledge.ANY);
    const seen = new Set<State>();
    all.forEach(({ key }, n) => {
      const states = statesOf(since.map((day) => scores.get(day)?.[n]?.score ?? null));
      const isShown = (day: IsoDate): boolean => scores.get(day)?.[n]?.state === null;
      const expected = monthly.map((day) => [day, isShown(day) ? null : states[since.indexOf(day)]]);
      expect((found.get(key) ?? []).map(({ reading, state }) => [reading.asOf, state])).toEqual(expected);
      (found.get(key) ?? []).forEach(({ state }) => state !== null && seen.add(state));
    });
    expect(seen).toEqual(new Set(Object.values(State)));
  });
});

describe('a track', () => {
  const track = async (key: string, withHindsight: boolean) => {
    const bench = { from: isoDate('2023-04-03'), small: 'IWM', large: 'SPY', withHindsight };
    return (await tracks((statement) => reader().read(statement), [signalByKey(key)], bench, isoDate('2023-05-31'), Knowledge.ANY)).get(key);
  };

  it('leaves out the days on which the basket of a signal was hindsight, unless asked for', async () => {
    const [known, all] = [await track('mag7-relative-strength', false), await track('mag7-relative-strength', true)];
    expect([known?.sessions[0], all?.sessions[0]]).toEqual(['2023-04-11', '2023-04-03']);
    expect({ ...known, sessions: known?.sessions.length }).toEqual({ ...Object.fromEntries(Object.entries(all ?? {}).map(([name, list]) => [name, (list as readonly unknown[]).slice(5)])), sessions: (all?.sessions.length ?? 0) - 5 });
    expect(known?.scores).not.toContain(null);
  });

  it('of a signal that looks at no basket has all days', async () => {
    expect((await track('financial-conditions', false))?.sessions[0]).toBe('2023-04-03');
  });
});

describe('sessions', () => {
  it('are the last of their week or month, and the newest so far', () => {
    expect(sessionsEvery(Every.MONTH, isoDate('2024-03-01'), isoDate('2024-05-14'))).toEqual(['2024-03-28', '2024-04-30', '2024-05-14']);
    expect(sessionsEvery(Every.WEEK, isoDate('2024-03-25'), isoDate('2024-04-10'))).toEqual(['2024-03-28', '2024-04-05', '2024-04-10']);
    expect(sessionsEvery(Every.DAY, isoDate('1989-12-01'), isoDate('1990-01-04'))).toEqual(['1990-01-02', '1990-01-03', '1990-01-04']);
  });
});
