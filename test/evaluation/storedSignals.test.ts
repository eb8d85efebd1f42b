import type { DataSource } from 'typeorm';
import { type IsoDate, isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { briefsOnDays } from '../../src/evaluation/briefsOnDays';
import { type BroughtUpToDate, bringUpToDate } from '../../src/evaluation/bringUpToDate';
import { touching } from '../../src/evaluation/factsOnDays';
import { toldOnDays } from '../../src/evaluation/readingsOnDays';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import { versionsOf } from '../../src/evaluation/versionsOf';
import { signals } from '../../src/signals/signals';
import { HistoryWriter } from '../../src/store/history/HistoryWriter';
import { Reader } from '../../src/store/Reader';
import { useDatabase } from '../support/database';
import { Random } from '../support/Random';
import { ESTIMATES, LAST, UNLISTED, csv, estimated, loadMarket, loads } from './whole/market';
import { closesOfMine } from './whole/ofMine';
import { plants } from './whole/plants';

const all = [...signals.values(), closesOfMine];
const FIRST = isoDate('2024-07-24');
const SESSIONS = sessionsEvery(Every.DAY, FIRST, LAST);
const KNOWLEDGE = Object.values(Knowledge);

/** What becomes known later, each on a day of its own and the same in every order. */
const later = Object.entries(plants).map(([what, plant], i) => ({ what, plant, knownOn: isoDate(`2024-07-${25 + ((i * 5) % 6)}`), seed: 100 + i }));

/** What reaches back to all days that are stored: who is in a basket, and whose a ticker is. */
const TIMELESS = ['a member of a basket', 'whose a ticker is'];

interface Row {
  readonly place: string;
  readonly day: IsoDate;
  readonly hash: string;
}

/** A database with the whole market, whose histories begin in July. */
function useStoredMarket(order: readonly string[]) {
  const database = useDatabase();
  const read = (statement: Parameters<Reader['read']>[0]) => new Reader(database().db).read(statement);

  beforeAll(async () => {
    await loadMarket(database().db, order);
    await HistoryWriter.inTurn(database().db, async (writer) => {
      const coverages = all.map((definition) => ({ key: definition.key, versions: versionsOf(definition), needs: touching(definition), firstOn: FIRST, lastOn: FIRST }));
      // Said to be told from nothing, so that all of it is stale.
      for (const knowledge of KNOWLEDGE) await writer.cover(coverages, knowledge, '0');
    });
  }, 120_000);

  return {
    read,
    load: (load: (db: DataSource) => Promise<unknown>) => load(database().db),
    plant: (name: string) => {
      const { plant, knownOn, seed } = later.find(({ what }) => what === name) ?? noSuch(name);
      return plant(database().db, new Random(seed), knownOn);
    },
    keep: (): Promise<readonly BroughtUpToDate[]> => HistoryWriter.inTurn(database().db, (writer) => bringUpToDate(writer, all, { now: new Date(`${LAST}T22:00:00Z`), onlyStale: true })),
    rows: (): Promise<readonly Row[]> => database().db.query(`SELECT concat_ws(' ', signal_key, knowledge, as_of) AS place, as_of::text AS day, inputs_hash AS hash FROM signal_reading ORDER BY id`),
    /** The newest of each place, but for what hangs on the order of loads. */
    newest: (): Promise<readonly unknown[]> => database().db.query('SELECT DISTINCT ON (signal_key, knowledge, as_of) signal_key, knowledge, as_of::text, version, value, score, state, known_on_basis, is_hindsight, inputs_hash FROM signal_reading ORDER BY signal_key, knowledge, as_of, id DESC'),
  };
}

/** Evaluates all days from the facts alone, and says on which something else is told from what is stored. */
async function differences({ read }: ReturnType<typeof useStoredMarket>): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const knowledge of KNOWLEDGE) {
    const evaluated = await toldOnDays(read, all, SESSIONS, knowledge, ({ asOf, value, score, state, knownOnBasis, isHindsight }) => ({ asOf, value, score, state, knownOnBasis, isHindsight }));
    const told = await briefsOnDays(read, all, SESSIONS, knowledge);
    for (const [n, { key }] of all.entries()) {
      for (const day of SESSIONS) {
        const { published: _, ...brief } = told.get(key)?.get(day) ?? { published: null };
        if (JSON.stringify(brief) !== JSON.stringify(evaluated.get(day)?.[n])) found.push({ key, knowledge, brief, evaluated: evaluated.get(day)?.[n] });
      }
    }
  }
  return found;
}

describe('the stored histories of all signals, under both kinds of knowledge,', () => {
  const order = Object.keys(loads);
  const [one, other] = [useStoredMarket(order), useStoredMarket([...order].reverse())];

  it('are what is evaluated, to the bit', async () => {
    const done = await one.keep();
    expect(done.map(({ sessions, added }) => [sessions, added])).toEqual(all.flatMap(() => KNOWLEDGE.map(() => [SESSIONS.length, SESSIONS.length])));
    expect(await one.keep()).toEqual([]);
    expect(await differences(one)).toEqual([]);
  });

  it.each(later.map(({ what, knownOn }) => [what, knownOn] as const))('are so where %s became known on %s, before and after the days since are computed again, they and no others', async (what, knownOn) => {
    const before = await one.rows();
    await one.plant(what);
    expect(await differences(one)).toEqual([]);
    const done = await one.keep();
    expect(await differences(one)).toEqual([]);
    const since = SESSIONS.filter((day) => TIMELESS.includes(what) || day >= knownOn);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ sessions }) => sessions))).toEqual(new Set([since.length]));

    const newest = new Map(before.map(({ place, hash }) => [place, hash]));
    const added = (await one.rows()).slice(before.length);
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter(({ day, place, hash }) => day < knownOn || newest.get(place) === hash)).toEqual([]);
  });

  it('are the same in whatever order it came, and whenever they were computed', async () => {
    await other.keep();
    for (const [i, { what }] of [...later].reverse().entries()) {
      await other.plant(what);
      if (i === 4) await other.keep();
    }
    await other.keep();
    expect(await differences(other)).toEqual([]);
    expect(await other.newest()).toEqual(await one.newest());
  });

  it('are what is evaluated where another kind of file tells whose shares had been held all along', async () => {
    await one.load((db) => csv(db, 'csv-estimates', [ESTIMATES, estimated(UNLISTED, '2024-07-24', '1.4')]));
    expect(await differences(one)).toEqual([]);
    const touched = (await one.keep()).filter(({ key }) => key === 'small-cap-earnings-acceleration');
    expect(touched.map(({ sessions, added }) => [sessions, added])).toEqual(KNOWLEDGE.map(() => [SESSIONS.length, SESSIONS.length]));
    expect(await differences(one)).toEqual([]);
  });
});

function noSuch(name: string): never {
  throw new RangeError(`There is no ${name}.`);
}
