import { Knowledge } from '../../../src/domain/knowledge';
import { factKinds } from '../../../src/store/load/factKinds';
import { sourceStatusAt } from '../../../src/store/reads/sourceStatus';
import { useDatabase } from '../../support/database';
import { aDocument } from '../../support/rows';
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

const newest = (days: readonly string[]): string | null => [...days].sort().at(-1) ?? null;
