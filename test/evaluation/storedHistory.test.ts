import { DatabaseUnavailable } from '../../src/domain/errors';
import { type IsoDate, isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { briefsOnDays } from '../../src/evaluation/briefsOnDays';
import { type OnStretch, bringUpToDate } from '../../src/evaluation/bringUpToDate';
import { histories } from '../../src/evaluation/histories';
import { panel } from '../../src/evaluation/panel';
import { toldOnDays } from '../../src/evaluation/readingsOnDays';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import type { Definition } from '../../src/signals/defineSignal';
import { signalByKey } from '../../src/signals/signals';
import { HistoryWriter } from '../../src/store/history/HistoryWriter';
import { Reader } from '../../src/store/Reader';
import { tableVersions } from '../../src/store/tableVersions';
import { Random } from '../support/Random';
import { useDatabase } from '../support/database';
import { aVintage, loadSeries } from '../store/load/inventedSeries';
import { loadCloses } from '../store/load/priceFile';
import { loadLaterVintages, loadSignalSeries } from './signalSeries';

const database = useDatabase();

/** A composite and what it is made of. */
const FAMILY = ['fed-cuts-ahead', 'fed-easing', 'financial-conditions', 'growth-resilience', 'inflation-moderation', 'labor-resilience', 'soft-landing'].map(signalByKey);
const LAST = isoDate('2024-07-31');
const NOW = new Date(`${LAST}T22:00:00Z`);

const keep = (definitions: readonly Definition[] = FAMILY, { onlyStale = false, now = NOW, onStretch }: { readonly onlyStale?: boolean; readonly now?: Date; readonly onStretch?: OnStretch } = {}) =>
  HistoryWriter.inTurn(database().db, (writer) => bringUpToDate(writer, definitions, { now, onlyStale }, onStretch));

interface Row {
  readonly id: string;
  readonly key: string;
  readonly knowledge: Knowledge;
  readonly day: IsoDate;
  readonly version: number;
  readonly value: number | null;
  readonly score: number | null;
  readonly hash: string;
  readonly load: string;
}

const rows = (): Promise<readonly Row[]> =>
  database().db.query(`SELECT id, signal_key AS key, knowledge, as_of::text AS day, version, value, score, inputs_hash AS hash, load_id AS load FROM signal_reading ORDER BY id`);

/** The rows that some work adds: those before it must all be there, as they were. */
async function addedBy(work: () => Promise<unknown>): Promise<readonly Row[]> {
  const before = await rows();
  await work();
  const after = await rows();
  expect(after.slice(0, before.length)).toEqual(before);
  return after.slice(before.length);
}

/** The days on which some rows are told, by signal, of one kind of knowledge. */
const daysOf = (added: readonly Row[], knowledge: Knowledge): Readonly<Record<string, readonly IsoDate[]>> =>
  Object.fromEntries(FAMILY.flatMap(({ key }) => {
    const days = added.filter((row) => row.key === key && row.knowledge === knowledge).map(({ day }) => day);
    return days.length === 0 ? [] : [[key, days]];
  }));

const sessions = (from: string, to: string) => sessionsEvery(Every.DAY, isoDate(from), isoDate(to));

/** Reads, with the text of each statement. */
function watched() {
  const texts: string[] = [];
  const reader = new Reader(database().db, (text) => texts.push(text));
  return { read: reader.read.bind(reader), texts };
}

/** Evaluates days from the facts alone, and says how they differ from what histories are told from. */
async function differences(days: readonly IsoDate[], knowledge: Knowledge): Promise<readonly unknown[]> {
  const { read } = watched();
  const evaluated = await toldOnDays(read, FAMILY, days, knowledge, ({ asOf, value, score, state, knownOnBasis, isHindsight }) => ({ asOf, value, score, state, knownOnBasis, isHindsight }));
  const told = await briefsOnDays(read, FAMILY, days, knowledge);
  return FAMILY.flatMap(({ key }, n) =>
    days.flatMap((day) => {
      const { published: _, ...brief } = told.get(key)?.get(day) ?? { published: null };
      return JSON.stringify(brief) === JSON.stringify(evaluated.get(day)?.[n]) ? [] : [{ key, day, brief, evaluated: evaluated.get(day)?.[n] }];
    }),
  );
}

beforeAll(async () => {
  await loadSignalSeries(database().db, 3);
});

describe('a stored history', () => {
  it('begins where something of its kind of fact is known, has every session until today, and is not begun by a load', async () => {
    expect(await addedBy(() => keep(FAMILY, { onlyStale: true }))).toEqual([]);
    const added = await addedBy(() => keep());
    const [first] = daysOf(added, Knowledge.ANY)['soft-landing'] ?? [];
    const all = sessions(first ?? '', LAST);
    expect(first).toBe('2020-12-07');
    expect(daysOf(added, Knowledge.ANY)).toEqual(Object.fromEntries(FAMILY.map(({ key }) => [key, all])));
    expect(daysOf(added, Knowledge.PROVEN)).toEqual(Object.fromEntries(FAMILY.map(({ key }) => [key, sessions('2023-06-30', LAST)])));
  });

  it('is told without a look at the facts, and the same to the bit as they tell it', async () => {
    const { read, texts } = watched();
    const days = sessions('2021-03-01', LAST);
    const told = await histories(read, FAMILY, days, Knowledge.ANY);
    expect(texts).toHaveLength(1);
    expect(texts.join()).not.toContain('observation_interval');
    expect(told.get('soft-landing')?.filter(({ reading }) => reading.score !== null).length).toBeGreaterThan(200);
    for (const knowledge of Object.values(Knowledge)) {
      const random = new Random(5);
      expect(await differences(days.filter(() => random.chance(0.2)), knowledge)).toEqual([]);
    }
  });

  it('tells panels, too, without a look at the facts, but of days that are no sessions', async () => {
    const { read, texts } = watched();
    const days = [isoDate('2024-07-12'), isoDate('2022-03-01')];
    const told = await panel(read, FAMILY, days, Knowledge.ANY);
    expect(texts.join()).not.toContain('observation_interval');
    const evaluated = await toldOnDays(read, FAMILY, [...days].reverse(), Knowledge.ANY, ({ score }) => score);
    expect(told.map(({ scores }) => scores)).toEqual(FAMILY.map((_, n) => days.map((day) => evaluated.get(day)?.[n])));
    const aSunday = isoDate('2024-07-14');
    expect((await panel(read, FAMILY, [aSunday], Knowledge.ANY)).map(({ values }) => values)).toEqual((await panel(read, FAMILY, [isoDate('2024-07-12')], Knowledge.ANY)).map(({ values }) => values));
  });

  it('stays as it is where nothing came', async () => {
    const { read } = watched();
    const before = await tableVersions(read);
    expect(await addedBy(() => keep())).toEqual([]);
    expect((await tableVersions(read)).of).toEqual(before.of);
  });

  it('is not touched by loads of what it does not rest on', async () => {
    const { db } = database();
    const { read } = watched();
    const before = await tableVersions(read);
    await loadCloses(db, 'ELSE', 'RAW', { '2024-03-01': 10 });
    const after = await tableVersions(read);
    expect(Object.keys(after.of).filter((table) => table.startsWith('signal_') && after.of[table] !== before.of[table])).toEqual([]);
    expect(await HistoryWriter.isAnyStale(db)).toBe(false);
  });

  it('is computed again on just the days from which a new observation is known, and evaluated where it has yet to be', async () => {
    const { db } = database();
    await loadSeries(db, [aVintage('NFCI', '2024-07-10', { '2024-06-14': '-0.31', '2024-06-21': '-0.32', '2024-06-28': '-0.9', '2024-07-05': '-0.1' })]);
    expect(await differences(sessions('2024-07-01', LAST), Knowledge.ANY)).toEqual([]);
    const added = await addedBy(() => keep(FAMILY, { onlyStale: true }));
    const touched = sessions('2024-07-10', LAST);
    expect(daysOf(added, Knowledge.ANY)).toEqual({ 'financial-conditions': touched, 'soft-landing': touched });
    expect(await differences(sessions('2024-07-01', LAST), Knowledge.ANY)).toEqual([]);
  });

  it('is computed again on just those days on which a vintage from between two others is within its reach', async () => {
    const weeks = Object.fromEntries(Array.from({ length: 162 }, (_, i) => [new Date(Date.parse('2020-12-06') + i * 7 * 86_400_000).toISOString().slice(0, 10), '0.111']));
    await loadSeries(database().db, [aVintage('NFCI', '2024-01-10', weeks)]);
    const added = await addedBy(() => keep(FAMILY, { onlyStale: true }));
    const touched = sessions('2024-01-10', '2024-02-09');
    expect(daysOf(added, Knowledge.ANY)).toEqual({ 'financial-conditions': touched, 'soft-landing': touched });
    expect(daysOf(added, Knowledge.PROVEN)).toEqual({ 'financial-conditions': touched, 'soft-landing': touched });
  });

  it('changes on no day before the one on which what comes later is known', async () => {
    await loadLaterVintages(database().db, '2024-07-30');
    const added = await addedBy(() => keep());
    expect([...new Set(added.map(({ day }) => day))]).toEqual(['2024-07-30', '2024-07-31']);
    expect(Object.keys(daysOf(added, Knowledge.PROVEN))).toEqual(['growth-resilience', 'inflation-moderation', 'labor-resilience', 'soft-landing']);
  });

  it('has what was published beside what is told now', async () => {
    const { read } = watched();
    const day = isoDate('2024-07-31');
    const [first, newest] = (await rows()).filter((row) => row.key === 'growth-resilience' && row.knowledge === Knowledge.ANY && row.day === day);
    const point = (await briefsOnDays(read, FAMILY, [day], Knowledge.ANY)).get('growth-resilience')?.get(day);
    expect(newest?.value).not.toBe(first?.value);
    expect(point).toMatchObject({ value: newest?.value, published: { value: first?.value, score: first?.score, version: 1, computedAt: '2024-07-31T22:00:00.000Z' } });
  });

  it('goes on with the sessions that have gone by', async () => {
    const added = await addedBy(() => keep(FAMILY, { now: new Date('2024-08-03T22:00:00Z') }));
    expect([...new Set(added.map(({ day }) => day))]).toEqual(['2024-08-01', '2024-08-02']);
    expect(added).toHaveLength(2 * 2 * FAMILY.length);
  });

  it('is stale as a whole where a load came while it was begun, and what that touched where it went on', async () => {
    const { db } = database();
    const [now, conditions] = [new Date('2024-08-03T22:00:00Z'), [signalByKey('financial-conditions')]];
    await db.query('DELETE FROM signal_coverage');
    const loading = (value: string) => loadSeries(db, [aVintage('NFCI', '2024-08-01', { '2024-06-28': '-0.2', '2024-07-05': '-0.2', '2024-07-12': '-0.2', '2024-07-19': '-0.2', '2024-07-26': value })]);
    let loaded: Promise<unknown> | undefined;
    await keep(conditions, { now, onStretch: () => (loaded ??= loading('-0.5')) });
    await loaded;
    expect(await differences(sessions('2024-07-20', '2024-08-02'), Knowledge.ANY)).toEqual([]);
    const added = await addedBy(() => keep(conditions, { onlyStale: true, now }));
    expect(daysOf(added, Knowledge.ANY)).toEqual({ 'financial-conditions': ['2024-08-01', '2024-08-02'] });
    expect(await HistoryWriter.isAnyStale(db)).toBe(false);
  });

  it('that was killed in the midst keeps what it had, and ends as one that was not', async () => {
    const { db } = database();
    const definition = { ...signalByKey('financial-conditions'), version: 7 };
    const all = () => keep([definition]);
    let stretches = 0;
    const killed = await addedBy(() =>
      expect(
        keep([definition], {
          onStretch: async () => {
            stretches += 1;
            if (stretches === 2) await db.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
          },
        }),
      ).rejects.toThrow(DatabaseUnavailable),
    );
    const rest = await addedBy(all);
    const daysUnder = (knowledge: Knowledge): readonly IsoDate[] => [...killed, ...rest].filter((row) => row.knowledge === knowledge).map(({ day }) => day);
    expect([killed.length > 0, rest.length > 0]).toEqual([true, true]);
    expect(daysUnder(Knowledge.ANY)).toEqual(sessions('2020-12-07', LAST));
    expect(daysUnder(Knowledge.PROVEN)).toEqual(sessions('2023-06-30', LAST));
    expect(await addedBy(all)).toEqual([]);
  });

  it('of a new version of its definition is computed again on every day, and the old one is kept', async () => {
    const [definition = signalByKey('fed-easing')] = FAMILY.filter(({ key }) => key === 'growth-resilience');
    const newer = { ...definition, version: 2, compute: (...given: Parameters<typeof definition.compute>) => {
      const measured = definition.compute(...given);
      return 'value' in measured ? { ...measured, value: measured.value + 1 } : measured;
    } };
    const { read } = watched();
    const day = isoDate('2024-05-01');
    const before = (await rows()).filter(({ key }) => key === 'growth-resilience');
    const places = new Set(before.map(({ knowledge, day: on }) => `${knowledge} ${on}`));
    expect((await briefsOnDays(read, [newer], [day], Knowledge.ANY)).get('growth-resilience')?.get(day)?.value).not.toBe(before.find((row) => row.day === day)?.value);
    const added = await addedBy(() => keep([newer], { now: new Date('2024-08-03T22:00:00Z') }));
    expect(new Set(added.map(({ version }) => version))).toEqual(new Set([2]));
    expect(new Set(added.map(({ knowledge, day: on }) => `${knowledge} ${on}`))).toEqual(places);
    const point = (await briefsOnDays(read, [newer], [day], Knowledge.ANY)).get('growth-resilience')?.get(day);
    expect(point).toMatchObject({ value: (point?.published?.value ?? NaN) + 1, published: { version: 1 } });
  });
});
