import { Knowledge } from '../../src/domain/knowledge';
import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { histories } from '../../src/evaluation/histories';
import { readingsOnDays } from '../../src/evaluation/readingsOnDays';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import { Evaluation } from '../../src/signals/Evaluation';
import type { Facts, Observed } from '../../src/signals/Facts';
import { signals } from '../../src/signals/signals';
import { State, statesOf } from '../../src/signals/State';
import { observationsOf } from '../../src/store/reads/observations';
import { Reader } from '../../src/store/Reader';
import { type Sql, sql } from '../../src/store/sql';
import { useDatabase } from '../support/database';
import { rowsOf } from '../store/reads/rowsOf';
import { noFacts } from '../signals/noFacts';
import { loadLaterVintages, loadSignalSeries } from './signalSeries';

const database = useDatabase();
const all = [...signals.values()];
const SESSIONS = sessionsEvery(Every.DAY, isoDate('2023-05-01'), isoDate('2024-07-31'));

beforeAll(() => loadSignalSeries(database().db, 3));

const reader = () => new Reader(database().db);
const historiesNow = (knowledge = Knowledge.ANY) => histories((statement) => reader().read(statement), all, SESSIONS, knowledge);

interface Row {
  readonly observed_on: IsoDate;
  readonly value: number | null;
  readonly known_on: IsoDate;
  readonly known_on_basis: Observed['knownOnBasis'];
  readonly vintage: string;
}

/** With what their vintage is called. */
const named = (rows: Sql): Sql =>
  sql`SELECT o.*, concat_ws('/', v.known_on::text, v.digest, CASE WHEN o.known_on_basis = 'LAG_ASSUMED' THEN 'assumed' END) AS vintage FROM (${rows}) o JOIN vintage v ON v.id = o.vintage_id`;

/** Facts as one question each tells them: what the sets must be the same as. */
async function factsAsked(asOf: IsoDate, knowledge: Knowledge): Promise<Facts> {
  const asked = new Map<string, readonly Observed[]>();
  for (const { inputs } of all) {
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
  it.each(Object.values(Knowledge))('are under %s what each day tells by itself, asked one by one', async (knowledge) => {
    const days = SESSIONS.filter((_, i) => i % 17 === 0);
    const together = await readingsOnDays((statement) => reader().read(statement), all, days, knowledge);
    const scored = new Set<string>();
    for (const day of days) {
      const evaluation = new Evaluation(await factsAsked(day, knowledge));
      const apart = all.map((signal) => evaluation.reading(signal));
      expect(together.get(day)).toEqual(apart);
      apart.forEach(({ key, score }) => score !== null && scored.add(key));
    }
    const fresh = knowledge === Knowledge.ANY ? all.map(({ key }) => key) : ['growth-resilience', 'inflation-moderation', 'labor-resilience'];
    expect([...scored].sort()).toEqual(fresh.sort());
  });

  it('take one statement', async () => {
    const statements: string[] = [];
    await readingsOnDays((statement) => (statements.push(statement.text), reader().read(statement)), all, SESSIONS, Knowledge.ANY);
    expect(statements).toHaveLength(1);
  });
});

describe('a history', () => {
  it('has the states that all sessions since the first would give', async () => {
    const since = sessionsEvery(Every.DAY, isoDate('2022-06-01'), isoDate('2024-07-31'));
    const read = (statement: Parameters<Reader['read']>[0]) => reader().read(statement);
    const scores = await readingsOnDays(read, all, since, Knowledge.ANY);
    const monthly = sessionsEvery(Every.MONTH, isoDate('2023-05-01'), isoDate('2024-07-31'));
    const found = await histories(read, all, monthly, Knowledge.ANY);
    const seen = new Set<State | null>();
    all.forEach(({ key }, n) => {
      const states = statesOf(since.map((day) => scores.get(day)?.[n]?.score ?? null));
      const expected = monthly.map((day) => [day, states[since.indexOf(day)]]);
      expect((found.get(key) ?? []).map(({ reading, state }) => [reading.asOf, state])).toEqual(expected);
      (found.get(key) ?? []).forEach(({ state }) => seen.add(state));
    });
    expect(seen).toEqual(new Set(Object.values(State)));
  });

  it('is not changed by one bit by what becomes known later, on any day of any signal', async () => {
    const [before, proven] = [JSON.stringify([...(await historiesNow())]), JSON.stringify([...(await historiesNow(Knowledge.PROVEN))])];
    await loadLaterVintages(database().db, '2024-08-01');
    expect(JSON.stringify([...(await historiesNow())])).toBe(before);
    expect(JSON.stringify([...(await historiesNow(Knowledge.PROVEN))])).toBe(proven);
    const after = await readingsOnDays((statement) => reader().read(statement), all, [isoDate('2024-07-31'), isoDate('2024-08-01')], Knowledge.ANY);
    const [last, next] = [after.get(isoDate('2024-07-31')), after.get(isoDate('2024-08-01'))];
    all.forEach((_, n) => expect(next?.[n]?.sentence).not.toBe(last?.[n]?.sentence));
  });
});

describe('sessions', () => {
  it('are the last of their week or month, and the newest so far', () => {
    expect(sessionsEvery(Every.MONTH, isoDate('2024-03-01'), isoDate('2024-05-14'))).toEqual(['2024-03-28', '2024-04-30', '2024-05-14']);
    expect(sessionsEvery(Every.WEEK, isoDate('2024-03-25'), isoDate('2024-04-10'))).toEqual(['2024-03-28', '2024-04-05', '2024-04-10']);
    expect(sessionsEvery(Every.DAY, isoDate('1989-12-01'), isoDate('1990-01-04'))).toEqual(['1990-01-02', '1990-01-03', '1990-01-04']);
  });
});
