import { laggedDay } from '../../../src/domain/indicators/laggedDay';
import { type IsoDate, addDays, isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { rebuildDerived } from '../../../src/store/load/factKinds';
import { inLoad } from '../../../src/store/load/inLoad';
import { observationsOf } from '../../../src/store/reads/observations';
import { useDatabase } from '../../support/database';
import { Random } from '../../support/Random';
import { rowsOf } from '../reads/rowsOf';
import { type Says, aHistory, loadSeries } from './inventedSeries';

const database = useDatabase();

const SERIES = 'UNRATE';
const PERIODS = ['01', '02', '03', '04', '05', '06'].map((month) => isoDate(`2024-${month}-01`));
const ROUNDS = Number(process.env.VINTAGE_ROUNDS ?? 12);

interface Vintage {
  readonly knownOn: IsoDate;
  readonly says: Says;
}

const EMPTY = ['observation_interval', 'unserved_vintage', 'assumed_vintage', 'vintage_value', 'vintage', 'series_load', 'source_document', 'load'].map((table) => `DELETE FROM ${table};`).join(' ');

/** One file: a vintage, or a history of some. */
type File = readonly Vintage[];

/** Vintages of any spans, revised at random, each with a day of its own, in files of one or more. */
function someFiles(random: Random): readonly File[] {
  const vintages = new Map<IsoDate, Vintage>();
  for (let n = 1 + random.below(6); n > 0; n -= 1) {
    const first = random.chance(0.6) ? 0 : random.below(PERIODS.length);
    const span = PERIODS.slice(first, first + 1 + random.below(PERIODS.length - first));
    const knownOn = addDays(span.at(-1) ?? PERIODS[0] ?? isoDate('2024-01-01'), random.below(70));
    vintages.set(knownOn, { knownOn, says: Object.fromEntries(span.map((period) => [period, random.pick(['1', '1', '2', '3', null])])) });
  }
  const files: Vintage[][] = [];
  for (const vintage of [...vintages.values()].sort((a, b) => (a.knownOn < b.knownOn ? -1 : 1))) {
    const file = random.pick([[], ...files]);
    if (file.length === 0) files.push(file);
    file.push(vintage);
  }
  return files;
}

const firstOf = ({ says }: Vintage): string => Object.keys(says)[0] ?? '';
const lastOf = ({ says }: Vintage): string => Object.keys(says).at(-1) ?? '';

interface Asked {
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/**
 * The rule, restated: the newest vintage that has every period of the window which was known by then, else the newest that has its
 * beginning. What counts as known before all vintages is the earliest that begins with the first period there is, cut by the lag.
 */
function expected(all: readonly Vintage[], { asOf, knowledge, from, to }: Asked): readonly unknown[] {
  const inOrder = [...all].sort((a, b) => (a.knownOn < b.knownOn ? -1 : 1));
  const start = inOrder.map(firstOf).sort()[0] ?? '';
  const assumed = knowledge === Knowledge.ANY ? inOrder.find((vintage) => firstOf(vintage) === start) : undefined;
  const inWindow = (period: string): boolean => (from === null || period >= from) && (to === null || period <= to);
  const known = inOrder.filter(({ knownOn }) => knownOn <= asOf);
  const served = (needsEnd: boolean): Vintage | undefined =>
    [...known].reverse().find((vintage) => {
      const earlier = known.slice(0, known.indexOf(vintage) + 1);
      const begins = [...earlier, ...(assumed === undefined ? [] : [assumed])].flatMap(({ says }) => Object.keys(says));
      const ends = earlier.flatMap(({ says }) => Object.keys(says));
      const misses = (period: string) => inWindow(period) && !(period in vintage.says);
      return !begins.some((period) => misses(period) && period < firstOf(vintage)) && !(needsEnd && ends.some((period) => misses(period) && period > lastOf(vintage)));
    });
  const vintage = served(true) ?? (assumed === undefined ? served(false) : undefined);
  const rows = Object.entries((vintage ?? assumed)?.says ?? {}).filter(([period]) => inWindow(period) && period <= asOf);
  return rows.flatMap(([period, value]) => {
    const observed_on = isoDate(period);
    const number = value === null ? null : Number(value);
    const lagged = laggedDay(SERIES, observed_on)?.knownOn ?? isoDate('9999-12-31');
    if (vintage === undefined) return lagged <= asOf ? [{ observed_on, value: number, known_on: lagged, known_on_basis: 'LAG_ASSUMED' }] : [];
    const saying = inOrder.slice(0, inOrder.indexOf(vintage) + 1).filter(({ says }) => period in says);
    const other = saying.map(({ says }) => says[period] === value).lastIndexOf(false);
    return [{ observed_on, value: number, known_on: saying[other + 1]?.knownOn, known_on_basis: 'VINTAGE' }];
  });
}

const found = async ({ asOf, knowledge, from, to }: Asked): Promise<readonly unknown[]> => {
  const rows = await rowsOf<Record<string, unknown>>(database().db, observationsOf(SERIES, { asOf, knowledge }, { from, to }), 'observed_on');
  return rows.map(({ observed_on, value, known_on, known_on_basis }) => ({ observed_on, value, known_on, known_on_basis }));
};

const derived = () =>
  database().db.query<unknown[]>(
    `SELECT to_jsonb(o) - 'vintage_id' - 'document_id' AS row FROM observation_interval o
     UNION ALL SELECT to_jsonb(a) - 'vintage_id' FROM assumed_vintage a UNION ALL SELECT to_jsonb(u) FROM unserved_vintage u ORDER BY 1`,
  );

const shuffled = <Item>(random: Random, items: readonly Item[]): readonly Item[] =>
  items.map((item) => [random.fraction(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);

/** Questions on days before, between and after the vintages, for windows of all kinds. */
function someQuestions(random: Random, all: readonly Vintage[]): readonly Asked[] {
  const days = [...all.flatMap(({ knownOn }) => [addDays(knownOn, -1), knownOn]), isoDate('2024-03-10'), isoDate('2024-06-10'), isoDate('2025-01-01')];
  return Array.from({ length: 30 }, () => ({
    asOf: random.pick(days),
    knowledge: random.pick(Object.values(Knowledge)),
    from: random.pick([null, ...PERIODS]),
    to: random.pick([null, null, ...PERIODS]),
  }));
}

describe('vintages of a series', () => {
  it.each(Array.from({ length: ROUNDS }, (_, seed) => seed + 1))('answer by the rule, whatever they are and in whatever order they came (seed %i)', async (seed) => {
    const { db } = database();
    const random = new Random(seed);
    const files = someFiles(random);
    const questions = someQuestions(random, files.flat());
    let first: unknown;
    for (const order of [files, shuffled(random, files)]) {
      await db.query(EMPTY);
      for (const file of order) expect(await loadSeries(db, [aHistory(SERIES, file)])).toMatchObject({ outcome: 'ADDED' });
      for (const asked of questions) {
        const answer = { files, asked, rows: await found(asked) };
        expect(answer).toEqual({ files, asked, rows: expected(files.flat(), asked) });
      }
      const stands = await derived();
      first ??= stands;
      expect(stands).toEqual(first);
      await inLoad(db, rebuildDerived);
      expect(await derived()).toEqual(stands);
    }
  });
});
