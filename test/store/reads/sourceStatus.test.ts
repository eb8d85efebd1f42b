import { Knowledge } from '../../../src/domain/knowledge';
import { factKinds } from '../../../src/store/load/factKinds';
import { sourceStatusAt } from '../../../src/store/reads/sourceStatus';
import { useDatabase } from '../../support/database';
import { readsOf } from '../../support/plans';
import { aDocument, aLoad } from '../../support/rows';
import { rowsOf, standing } from './asking';

const database = useDatabase();

/** Of three years: facts are tallied by years. */
const DAYS = ['2023-12-29', '2024-01-03', '2024-06-28', '2025-01-02'];

/** Every way in which the day that a fact is about, the first on which it is known and the first for which that is proven follow each other. */
const facts = DAYS.flatMap((about) => DAYS.filter((day) => day >= about).flatMap((known) => DAYS.filter((day) => day >= known).map((proven) => ({ about, known, proven }))));

interface Status {
  readonly source: string;
  readonly facts: number;
  readonly newest_observed_on: string | null;
  readonly newest_known_on: string | null;
}

describe('what a source has given by a day', () => {
  beforeAll(async () => {
    const { db } = database();
    const { document, load } = await aDocument(db, { source: 'many-days', retrievedOn: '2025-01-02' });
    // Twice, as a document may come in several statements.
    for (const part of [facts.filter((_, i) => i % 2 === 0), facts.filter((_, i) => i % 2 === 1)]) {
      await db.query(
        `INSERT INTO corporate_action (listing, kind, observed_on, known_on, known_on_basis, proven_on, load_id, document_id, precedence)
         SELECT concat_ws('/', about, known, proven), 'DELISTING', about, known, 'LAG_ASSUMED', proven, $4, $5, 10 FROM unnest($1::date[], $2::date[], $3::date[]) f(about, known, proven)`,
        [part.map(({ about }) => about), part.map(({ known }) => known), part.map(({ proven }) => proven), load, document],
      );
    }
  });

  it.each(DAYS.flatMap((day) => Object.values(Knowledge).map((knowledge) => ({ day, knowledge }))))('counts what was known of a document on $day ($knowledge)', async ({ day, knowledge }) => {
    const known = facts.filter(({ known: seen, proven }) => (knowledge === Knowledge.ANY ? seen : proven) <= day);
    const told = await rowsOf<Status>(database().db, sourceStatusAt(standing(day, knowledge)));
    expect(told.filter(({ source }) => source === 'many-days')).toMatchObject(
      [{ facts: known.length, newest_observed_on: newest(known.map(({ about }) => about)), newest_known_on: newest(known.map((fact) => fact.known)) }].filter((one) => one.facts > 0),
    );
  });

  it('is kept for every kind of fact: whoever adds one counts it', async () => {
    const tables = await database().db.query<{ name: string }[]>(`SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'count_facts'`);
    expect(tables.map(({ name }) => name).sort()).toEqual(factKinds.map(({ counted }) => counted).sort());
  });
});

describe('the last run of each source by a day', () => {
  const SOURCES = ['daily-a', 'daily-b', 'daily-c'];

  /** A run on each of 2,000 days, of which every seventh is refused; the last day has two. */
  beforeAll(async () => {
    const { db } = database();
    await db.query('TRUNCATE load CASCADE');
    await db.query(
      `INSERT INTO load (source, file_name, outcome, ran_on, ran_at, rows_read, rows_added, rows_unchanged, rows_refused, reason, kinds)
       SELECT source, 'file.csv', CASE WHEN n % 7 = 0 THEN 'REFUSED' ELSE 'ADDED' END, '2020-01-01'::date + n, '2020-01-01T12:00:00Z'::timestamptz + n * interval '1 day', 0, 0, 0, 0, NULL, '{}'
       FROM generate_series(0, 1999) n, unnest($1::text[]) source ORDER BY n`,
      [SOURCES],
    );
    await aLoad(db, { source: 'daily-b', outcome: 'REFUSED', ranOn: '2025-06-22', reason: 'a second file' });
    await aLoad(db, { source: 'later', ranOn: '2025-06-23' });
    await db.query('VACUUM ANALYZE load');
  });

  interface Run {
    readonly source: string;
    readonly last_run_at: string | null;
    readonly last_outcome: string;
    readonly last_reason: string | null;
  }

  const runsOn = async (day: string): Promise<readonly (readonly [string, string, string, string | null])[]> =>
    (await rowsOf<Run>(database().db, sourceStatusAt(standing(day)))).flatMap(({ source, last_run_at: ranAt, last_outcome: outcome, last_reason: reason }) => (ranAt === null ? [] : [[source, ranAt.slice(0, 10), outcome, reason] as const]));

  it('is told of those that had run, by what became of it', async () => {
    expect(await runsOn('2019-12-31')).toEqual([]);
    expect(await runsOn('2020-01-01')).toEqual(SOURCES.map((source) => [source, '2020-01-01', 'REFUSED', null]));
    expect(await runsOn('2022-05-05')).toEqual(SOURCES.map((source) => [source, '2022-05-05', 'ADDED', null]));
    expect(await runsOn('2026-01-01')).toEqual([['daily-a', '2025-06-22', 'ADDED', null], ['daily-b', '2025-06-22', 'REFUSED', 'a second file'], ['daily-c', '2025-06-22', 'ADDED', null], ['later', '2025-06-23', 'ADDED', null]]);
  });

  it.each(['2019-12-31', '2022-05-05', '2026-01-01'])('is found by %s without going through runs', async (day) => {
    const reads = await readsOf(database().db, 'load', sourceStatusAt(standing(day)));
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(3 * (SOURCES.length + 1));
  });
});

const newest = (days: readonly string[]): string | null => [...days].sort().at(-1) ?? null;
