import { isoDate } from '../../../src/domain/isoDate';
import { shareCountsBetween, sharesOutstandingAt } from '../../../src/store/reads/shareCounts';
import { type Sql, sql } from '../../../src/store/sql';
import { filed } from '../../domain/earnings/companyFile';
import { useDatabase } from '../../support/database';
import { readsOf } from '../../support/plans';
import { loadCompany } from '../load/companyFile';
import { rowsOf } from './rowsOf';

const database = useDatabase();

const CIK = '0001999001';
const YEARS = Array.from({ length: 60 }, (_, i) => 1960 + i);

/** A count on the cover of each of 240 quarterly reports, of this company and of 40 like it. */
beforeAll(async () => {
  const { db } = database();
  const covers = YEARS.flatMap((year) => ['02-15', '05-15', '08-15', '11-15'].flatMap((on, i) => filed({ on: `${year}-${on}`, says: { [`/${year}-${on}`]: { cover: year * 10 + i } } })));
  await loadCompany(db, CIK, covers);
  await db.query(`INSERT INTO company (cik) SELECT lpad(n::text, 10, '0') FROM generate_series(1, 40) n`);
  await db.query(`INSERT INTO company_fact (cik, concept, unit, observed_on, value, known_on, known_on_basis, proven_on, form, accession, document_id, load_id)
    SELECT c.cik, concept, unit, observed_on, value, known_on, known_on_basis, proven_on, form, accession, document_id, load_id FROM company_fact, company c WHERE c.cik <> company_fact.cik`);
  await db.query(`INSERT INTO share_count (cik, known_on, basis, split_factor, fact_id) SELECT cik, known_on, 'COVER_PAGE', 1, id FROM company_fact WHERE cik <> $1`, [CIK]);
  await db.query('VACUUM ANALYZE share_count, company_fact');
}, 60_000);

/** How many counts of shares Postgres looks at for a read. */
async function lookedAt(read: Sql): Promise<number> {
  const reads = await readsOf(database().db, 'share_count', read);
  expect(reads.length).toBeGreaterThan(0);
  return reads.reduce((sum, { rows }) => sum + rows, 0);
}

describe('counts of shares in sixty years of them', () => {
  it.each([
    ['1960-02-14', []],
    ['1960-02-15', ['19600']],
    ['1990-05-14', ['19900']],
    ['1990-05-15', ['19901']],
    ['2026-01-01', ['20193']],
  ])('as of %s are the newest alone: %j', async (asOf, expected) => {
    const read = sharesOutstandingAt(CIK, { asOf: isoDate(asOf) });
    expect((await rowsOf<{ shares: number }>(database().db, read, '1')).map(({ shares }) => String(shares))).toEqual(expected);
    expect(await lookedAt(read)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['1950-01-01', '1960-05-15', ['1960-02-15', '1960-05-15']],
    ['1990-06-01', '1991-02-15', ['1990-05-15', '1990-08-15', '1990-11-15', '1991-02-15']],
    ['2019-11-15', '2026-01-01', ['2019-11-15']],
    ['1950-01-01', '1960-02-14', []],
  ])('from %s to %s are those of the span and the one that stood at its beginning: %j', async (from, last, expected) => {
    const read = shareCountsBetween(CIK, sql`${from}::date`, isoDate(last));
    expect((await rowsOf<{ known_on: string }>(database().db, read, '(r.known_on)')).map(({ known_on: knownOn }) => knownOn)).toEqual(expected);
    expect(await lookedAt(read)).toBeLessThanOrEqual(expected.length + 1);
  });
});
