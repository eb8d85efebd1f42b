import type { DataSource } from 'typeorm';
import type { KnownFact } from '../../../src/domain/earnings/KnownFact';
import { rebuildDerived } from '../../../src/store/load/factKinds';
import { inLoad } from '../../../src/store/load/inLoad';
import { aYear, filed, yearOf } from '../../domain/earnings/companyFile';
import { useDatabase } from '../../support/database';
import { loadCompany } from './companyFile';
import { load, worth } from './invented';

const database = useDatabase();
const other = useDatabase();

const CIK = '0001999001';
const OLD = aYear(2022);
const NEW = aYear(2023, { shares: 20, perShare: [0.5, 0.55, 0.6, 0.65] });
const RESTATED = filed({ on: '2024-02-20', form: '10-K', says: { [yearOf(2022)]: { eps: 2.3, income: 46, shares: 20 } } });

const facts = (db: DataSource) =>
  db.query<unknown[]>(
    `SELECT f.cik, concept, unit, start_on::text, observed_on::text, value, known_on::text, known_on_basis, proven_on::text, form, accession, fiscal_year, fiscal_period
     FROM company_fact f ORDER BY cik, concept, observed_on, start_on, accession, value, known_on`,
  );

const earnings = (db: DataSource) =>
  db.query<{ change: string; period: string; observed_on: string }[]>(
    `SELECT cik, period, observed_on::text, known_on::text, known_until::text, known_on_basis, fiscal_year, fiscal_quarter, eps_diluted, eps_ground, eps_reported,
       split_factor, net_income, revenue, diluted_shares, flags, change, form, accession,
       (SELECT array_agg(f.value ORDER BY f.value) FROM company_fact f WHERE f.id = ANY (fact_ids)) AS told_from
     FROM earnings ORDER BY cik, period, observed_on, known_on`,
  );

const emptied = (db: DataSource) => db.query('TRUNCATE share_count, share_split, earnings, company_fact, company, source_document, load CASCADE');

describe("a company's file", () => {
  beforeEach(() => emptied(database().db));

  it('adds each figure with the day of its filing, and what was earned', async () => {
    const { db } = database();
    const report = await loadCompany(db, CIK, OLD);
    expect(report).toMatchObject({ outcome: 'ADDED', rowsRead: OLD.length, rowsAdded: OLD.length, facts: [{ kind: 'companyFacts', about: CIK, to: '2022-12-31', knownOn: '2023-02-20', knownOnBasis: 'ACCEPTED_BY_SEC', provenOn: '2023-02-20' }] });
    expect(await facts(db)).toHaveLength(OLD.length);
    expect((await earnings(db)).map(({ period, observed_on, change }) => [period, observed_on, change])).toEqual([
      ['QUARTER', '2022-03-31', 'FIRST'], ['QUARTER', '2022-06-30', 'FIRST'], ['QUARTER', '2022-09-30', 'FIRST'], ['QUARTER', '2022-12-31', 'FIRST'], ['YEAR', '2022-12-31', 'FIRST'],
    ]);
  });

  it('adds nothing again, and only what is new once it has grown', async () => {
    const { db } = database();
    await loadCompany(db, CIK, OLD);
    expect(await loadCompany(db, CIK, OLD)).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0, rowsUnchanged: OLD.length });
    expect(await loadCompany(db, CIK, [...OLD, ...NEW, ...RESTATED])).toMatchObject({ outcome: 'ADDED', rowsAdded: NEW.length + RESTATED.length, rowsUnchanged: OLD.length });
    expect(await loadCompany(db, CIK, OLD)).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0 });
  });

  it('leads to the same rows in whichever order two of its days are loaded', async () => {
    const whole = [...OLD, ...NEW, ...RESTATED];
    for (const file of [OLD, whole]) await loadCompany(database().db, CIK, file);
    for (const file of [whole, OLD]) await loadCompany(other().db, CIK, file);
    expect(await facts(other().db)).toEqual(await facts(database().db));
    expect(await earnings(other().db)).toEqual(await earnings(database().db));
    expect((await earnings(database().db)).filter(({ change }) => change === 'SPLIT').length).toBeGreaterThan(3);
  });

  it('that gives a figure of a filing otherwise than before makes it a figure known since it was seen', async () => {
    const { db } = database();
    await loadCompany(db, CIK, OLD, { on: '2026-11-02' });
    const changed: readonly KnownFact[] = OLD.map((fact) => (fact.concept.endsWith('NetIncomeLoss') && fact.endOn === '2022-12-31' ? { ...fact, value: '47' as KnownFact['value'] } : fact));
    expect(await loadCompany(db, CIK, changed, { on: '2026-11-10' })).toMatchObject({ rowsAdded: 1, facts: [{ rowsAdded: 1 }] });
    const seen = await db.query<unknown[]>(`SELECT value, known_on::text, known_on_basis, proven_on::text FROM company_fact WHERE value = 47`);
    expect(seen).toEqual([{ value: '47', known_on: '2026-11-10', known_on_basis: 'FIRST_SEEN', proven_on: '2026-11-10' }]);
    const years = await db.query<unknown[]>(`SELECT net_income, known_on::text, known_until::text, known_on_basis FROM earnings WHERE period = 'YEAR' ORDER BY known_on`);
    expect(years).toEqual([
      { net_income: '46', known_on: '2023-02-20', known_until: '2026-11-10', known_on_basis: 'ACCEPTED_BY_SEC' },
      { net_income: '47', known_on: '2026-11-10', known_until: 'infinity', known_on_basis: 'FIRST_SEEN' },
    ]);
  });

  it('with a filing of a day to come is refused whole', async () => {
    const { db } = database();
    const report = await loadCompany(db, CIK, OLD, { on: '2023-02-19' });
    expect(report).toMatchObject({ outcome: 'REFUSED', refusals: [{ reason: expect.stringMatching(/^CIK 0001999001: .* was filed on 2023-02-20, which lies after today, 2023-02-19$/) as string }] });
    expect(await facts(db)).toEqual([]);
  });

  it('of which nothing is kept adds nothing and is no refusal', async () => {
    expect(await loadCompany(database().db, CIK, [])).toMatchObject({ outcome: 'UNCHANGED', facts: [], rowsRead: 0 });
  });

  it('that is invented goes with all of it when a real file is to replace it', async () => {
    const { db } = database();
    await loadCompany(db, CIK, OLD, { isSimulated: true });
    await load(db, [worth('7.00')], { replacesSimulated: true });
    expect([await facts(db), await earnings(db), await db.query('SELECT cik FROM company')]).toEqual([[], [], []]);
  });
});

describe('what is derived from figures', () => {
  it('is the same when it is derived again', async () => {
    const { db } = database();
    await emptied(db);
    await loadCompany(db, CIK, [...OLD, ...NEW, ...RESTATED]);
    const counts = () => db.query<unknown[]>('SELECT * FROM share_count ORDER BY cik, known_on');
    const before = [await earnings(db), await counts()];
    await db.query('TRUNCATE share_count, earnings, share_split');
    await inLoad(db, rebuildDerived);
    expect([await earnings(db), await counts()]).toEqual(before);
    expect(before[1]?.length).toBeGreaterThan(6);
    expect(await db.query('SELECT ratio, factor, known_on::text FROM share_split')).toEqual([{ ratio: '2', factor: '2', known_on: '2024-02-20' }]);
  });
});
