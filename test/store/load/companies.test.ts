import type { DataSource } from 'typeorm';
import { isoDate } from '../../../src/domain/isoDate';
import type { CompaniesReport } from '../../../src/sources/CompaniesReport';
import type { FilingLine } from '../../../src/sources/FilingsReport';
import { rematchCompanies } from '../../../src/store/load/companies/matchCompanies';
import { inLoad } from '../../../src/store/load/inLoad';
import type { TickersReport } from '../../../src/sources/TickersReport';
import { useDatabase } from '../../support/database';
import { AssetClass } from '../../../src/domain/assetClass';
import { type Circumstances, aLine, aReport, load } from './invented';
import { emptied, facts, loadReports, seen } from './reported';

const database = useDatabase();

beforeEach(() => emptied(database().db));

const [QUARRY, LANE, THIRD] = ['0001999001', '0000000042', '0000000043'] as const;

const tickers = (...lines: readonly (readonly [cik: string, ticker: string, name: string])[]): { readonly tickers: TickersReport[] } => ({
  tickers: [{ cik: null, observedOn: null, knownOn: null, lines: lines.map(([cik, ticker, name]) => ({ cik, ticker, name, exchange: null })) }],
});

const PROFILE = { sic: '1400', sicDescription: 'Mining', fiscalYearEnd: '12-31', stateOfIncorporation: 'DE' };

const company = (cik: string, names: readonly (readonly [name: string, from: string | null])[], profile = PROFILE): { readonly companies: CompaniesReport[] } => ({
  companies: [{ cik, names: names.map(([name, from]) => ({ name, from: from === null ? null : isoDate(from) })), profile }],
});

const filing = (over: Partial<FilingLine> = {}): FilingLine => ({
  ...{ accession: '0001999001-26-000001', form: '10-K', filedOn: isoDate('2026-02-20'), reportOn: isoDate('2025-12-31') },
  ...{ acceptedAt: '2026-02-20T21:00:00.000Z', items: [], primaryDocument: 'k.htm', isXbrl: true, ...over },
});
const filings = (...all: readonly FilingLine[]) => ({ filings: [{ cik: QUARRY, filings: all }] });

const told = (db: DataSource, table: string, columns: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  db.query(`SELECT ${columns}, observed_on::text AS "observedOn", known_on::text AS "knownOn", known_on_basis AS basis, proven_on::text AS "provenOn" FROM ${table} ORDER BY observed_on, known_on, 1`);

/** Whose each wording's share is, by what, and from which day where that matters. */
async function matches(db: DataSource): Promise<readonly string[]> {
  const rows = await db.query<{ text: string }[]>(
    `SELECT concat_ws(' ', d.symbol, d.name, '->', m.cik, m.matched_by, nullif(m.observed_from, '-infinity')) AS text
     FROM company_match m JOIN security_description d ON d.id = m.description_id WHERE d.cik IS NULL ORDER BY 1`,
  );
  return rows.map(({ text }) => text);
}

const holding = (db: DataSource, lines: readonly (readonly [ticker: string | null, name: string])[], { on = '2025-03-03', ...more }: Circumstances & { readonly on?: string } = {}) =>
  load(db, [aReport({ observedOn: isoDate(on), lines: lines.map(([ticker, name]) => aLine({ ticker, name })) })], more);

describe('a list of tickers', () => {
  it('is of the day of its load, and the same bytes on another day add nothing', async () => {
    const { db } = database();
    const list = tickers([QUARRY, 'QRRY', 'Quarry Hill Inc.']);
    expect(await loadReports(db, list, { source: seen, on: '2026-07-01' })).toMatchObject({ outcome: 'ADDED', rowsAdded: 1 });
    expect(await loadReports(db, list, { source: seen, on: '2026-07-09' })).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0 });
    expect(await told(db, 'ticker_list', 'tickers')).toEqual([{ tickers: 1, observedOn: '2026-07-01', knownOn: '2026-07-01', basis: 'FIRST_SEEN', provenOn: '2026-07-01' }]);
  });

  it('is of the day that is told, as a VINTAGE of it', async () => {
    const { db } = database();
    await loadReports(db, tickers([QUARRY, 'QRRY', 'Quarry Hill Inc.']), { source: seen, on: '2026-07-09', knownOn: '2026-07-02' });
    expect(await told(db, 'ticker_list', 'tickers')).toEqual([{ tickers: 1, observedOn: '2026-07-02', knownOn: '2026-07-02', basis: 'VINTAGE', provenOn: '2026-07-02' }]);
  });

  it('names the shares that funds hold under the same tickers, a class set apart otherwise', async () => {
    const { db } = database();
    await holding(db, [['MOGA', 'MOOG INC CLASS A'], ['BCPC', 'BALCHEM CORP']]);
    await loadReports(db, tickers([QUARRY, 'MOG-A', 'MOOG INC.'], [LANE, 'BC-PC', 'BRUNSWICK CORP']));
    expect(await matches(db)).toEqual([`MOGA MOOG INC CLASS A -> ${QUARRY} TICKER_AND_NAME`]);
  });
});

describe('whose a share is', () => {
  it.each([
    ['a list gives its ticker to a company of its name', 'QUARRY HILL INC CLASS A', 'Quarry Hill, Inc.', 'TICKER_AND_NAME'],
    ['the names differ behind their first word', 'SMITH WESSON BRANDS', 'SMITH & WESSON BRANDS, INC.', 'TICKER_AND_NAME'],
    ['the names differ by where EDGAR says it is at home', 'QUARRY HILL', 'Quarry Hill Corp /DE/', 'TICKER_AND_NAME'],
    ['the names have nothing in common', 'BARNES GROUP', 'BARRICK MINING CORP', 'TICKER'],
    ['they have only a short word in common', 'B RILEY', 'B GROUP', 'TICKER'],
  ])('is told where %s', async (_, held, listed, by) => {
    const { db } = database();
    await holding(db, [['QRRY', held]]);
    await loadReports(db, tickers([QUARRY, 'QRRY', listed]));
    expect(await matches(db)).toEqual([`QRRY ${held} -> ${QUARRY} ${by}`]);
  });

  it('is told by name where no list has its ticker, former names too', async () => {
    const { db } = database();
    await holding(db, [['OLD', 'STONE YARD INC'], ['GONE', 'NOBODY KNOWN INC']]);
    await loadReports(db, company(QUARRY, [['Stone Yard, Inc.', '2009-03-05'], ['Quarry Hill Inc.', '2019-06-29']]));
    expect(await matches(db)).toEqual([`OLD STONE YARD INC -> ${QUARRY} NAME`]);
  });

  it('agrees by a former name where the present one has nothing in common', async () => {
    const { db } = database();
    await holding(db, [['QRRY', 'STONE YARD INC']]);
    await loadReports(db, tickers([QUARRY, 'QRRY', 'Quarry Hill Inc.']));
    expect(await matches(db)).toEqual([`QRRY STONE YARD INC -> ${QUARRY} TICKER`]);
    await loadReports(db, company(QUARRY, [['Stone Yard, Inc.', '2009-03-05'], ['Quarry Hill Inc.', '2019-06-29']]));
    expect(await matches(db)).toEqual([`QRRY STONE YARD INC -> ${QUARRY} TICKER_AND_NAME`]);
  });

  it('is not told by a name that two companies bear, or that EDGAR tells from another', async () => {
    const { db } = database();
    await holding(db, [['AAA', 'FIRST BANCORP'], ['BBB', 'UNITED CORP']]);
    await loadReports(db, tickers([QUARRY, 'FBNC', 'First Bancorp'], [LANE, 'FBP', 'FIRST BANCORP'], [THIRD, 'UCP', 'UNITED CORP /NV/']));
    expect(await matches(db)).toEqual([]);
  });

  it('is not told of what is no share', async () => {
    const { db } = database();
    await load(db, [aReport({ lines: [aLine({ ticker: 'USD', name: 'USD CASH', assetClass: AssetClass.CASH })] })]);
    await loadReports(db, tickers([QUARRY, 'USD', 'USD CASH']));
    expect(await matches(db)).toEqual([]);
  });

  it('goes over a ticker that passed to another company, from the day that the table of reuses has', async () => {
    const { db } = database();
    await holding(db, [['RNA', 'AVIDITY BIOSCIENCES INC']], { on: '2026-01-21' });
    await loadReports(db, tickers([QUARRY, 'RNA', 'Atrium Therapeutics, Inc.']), { knownOn: '2026-07-01' });
    expect(await matches(db)).toEqual([]);
    await holding(db, [['RNA', 'ATRIUM THERAPEUTICS INC']], { on: '2026-04-10' });
    expect(await matches(db)).toEqual([`RNA ATRIUM THERAPEUTICS INC -> ${QUARRY} TICKER_AND_NAME`]);
  });

  it('goes from one company to another on the day of the first list that says so', async () => {
    const { db } = database();
    await holding(db, [['QRRY', 'NEITHER OF THEM']]);
    await loadReports(db, tickers([LANE, 'QRRY', 'Open Lane']), { knownOn: '2026-07-01' });
    await loadReports(db, tickers([QUARRY, 'QRRY', 'Quarry Hill']), { knownOn: '2026-09-01' });
    expect(await matches(db)).toEqual([`QRRY NEITHER OF THEM -> ${LANE} TICKER`, `QRRY NEITHER OF THEM -> ${QUARRY} TICKER 2026-09-01`]);
  });

  it('is the same in whichever order files come, and when all is told again', async () => {
    const { db } = database();
    const files: readonly (() => Promise<unknown>)[] = [
      () => holding(db, [['QRRY', 'STONE YARD INC'], ['MOGA', 'MOOG INC'], ['GONE', 'OPEN LANE CO']]),
      () => loadReports(db, tickers([QUARRY, 'QRRY', 'Quarry Hill Inc.'], [LANE, 'MOG-A', 'MOOG INC']), { knownOn: '2026-07-01' }),
      () => loadReports(db, tickers([THIRD, 'QRRY', 'Third Corp'], [LANE, 'OPL', 'Open Lane & Co']), { knownOn: '2026-09-01' }),
      () => loadReports(db, company(QUARRY, [['STONE YARD INC', '2009-03-05'], ['Quarry Hill Inc.', '2019-06-29']]), { knownOn: '2026-08-01' }),
    ];
    const orders = [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1], [1, 2, 3, 0]];
    const ends: unknown[] = [];
    for (const order of orders) {
      await emptied(db);
      for (const n of order) await files[n]?.();
      ends.push([await matches(db), (await facts(db)).description]);
    }
    expect(ends).toEqual(orders.map(() => ends[0]));
    const [found] = ends as [[readonly string[], unknown]];
    expect(found[0]).toEqual([`GONE OPEN LANE CO -> ${LANE} NAME`, `MOGA MOOG INC -> ${LANE} TICKER_AND_NAME`, `QRRY STONE YARD INC -> ${QUARRY} TICKER_AND_NAME`]);
    await inLoad(db, rematchCompanies);
    expect(await matches(db)).toEqual(found[0]);
  });
});

describe('the names of a company', () => {
  const names = [['Stone Yard Inc', '2009-03-05'], ['Quarry Hill Inc.', '2019-06-29']] as const;

  it('are known from the day they were borne by assumption, and proven since they were read', async () => {
    const { db } = database();
    await loadReports(db, company(QUARRY, names), { knownOn: '2026-08-01' });
    expect(await told(db, 'company_name', 'name')).toEqual([
      { name: 'Stone Yard Inc', observedOn: '2009-03-05', knownOn: '2009-03-05', basis: 'LAG_ASSUMED', provenOn: '2026-08-01' },
      { name: 'Quarry Hill Inc.', observedOn: '2019-06-29', knownOn: '2019-06-29', basis: 'LAG_ASSUMED', provenOn: '2026-08-01' },
    ]);
    expect(await told(db, 'company_profile', 'sic')).toEqual([{ sic: '1400', observedOn: '2026-08-01', knownOn: '2026-08-01', basis: 'VINTAGE', provenOn: '2026-08-01' }]);
  });

  it('of a company that has filed nothing are known since they were read', async () => {
    const { db } = database();
    await loadReports(db, company(QUARRY, [['Quarry Hill Inc.', null]]), { on: '2026-08-01' });
    expect(await told(db, 'company_name', 'name')).toEqual([{ name: 'Quarry Hill Inc.', observedOn: '2026-08-01', knownOn: '2026-08-01', basis: 'FIRST_SEEN', provenOn: '2026-08-01' }]);
  });

  it('add nothing again, and only what is new when a file has changed', async () => {
    const { db } = database();
    await loadReports(db, company(QUARRY, names), { on: '2026-08-01' });
    expect(await loadReports(db, company(QUARRY, names), { on: '2026-08-05' })).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0 });
    const renamed = company(QUARRY, [...names, ['Hill Works Inc.', '2026-08-20']]);
    expect(await loadReports(db, renamed, { on: '2026-09-01' })).toMatchObject({ outcome: 'ADDED', rowsAdded: 2 });
    expect((await told(db, 'company_name', 'name')).map(({ name }) => name)).toEqual(['Stone Yard Inc', 'Quarry Hill Inc.', 'Hill Works Inc.']);
  });

  it('are refused from a day after the download', async () => {
    const { db } = database();
    const { refusals } = await loadReports(db, company(QUARRY, [['A Inc', '2026-09-01'], ['B Inc', '2026-10-01']]), { knownOn: '2026-08-01' });
    expect(refusals.map(({ reason }) => reason)).toEqual([`CIK ${QUARRY}: it bore the name A Inc from 2026-09-01, after 2026-08-01, the day of the file`]);
    expect(await told(db, 'company_profile', 'sic')).toEqual([]);
  });
});

describe('the filings of a company', () => {
  const days = (day: string) => ({ observedOn: day, knownOn: day, basis: 'ACCEPTED_BY_SEC', provenOn: day });

  it('are known and proven on their filing dates, whenever they were read', async () => {
    const { db } = database();
    await loadReports(db, filings(filing()), { knownOn: '2026-08-01' });
    expect(await told(db, 'filing', 'accession')).toEqual([{ accession: '0001999001-26-000001', ...days('2026-02-20') }]);
  });

  it('add nothing again, also where only the moment of acceptance is written otherwise, and grow by what is new', async () => {
    const { db } = database();
    await loadReports(db, filings(filing()));
    expect(await loadReports(db, filings(filing({ acceptedAt: '2026-02-20T16:00:00.000Z' })), { on: '2026-11-03' })).toMatchObject({ outcome: 'UNCHANGED' });
    const next = filing({ accession: '0001999001-26-000002', filedOn: isoDate('2026-05-04') });
    expect(await loadReports(db, filings(next, filing()), { on: '2026-11-04' })).toMatchObject({ outcome: 'ADDED', rowsAdded: 1, rowsUnchanged: 1 });
  });

  it('that come to be told otherwise are known so since that was read', async () => {
    const { db } = database();
    await loadReports(db, filings(filing()), { on: '2026-03-01' });
    await loadReports(db, filings(filing({ form: '10-K/A' })), { on: '2026-04-01' });
    expect(await told(db, 'filing', 'form')).toEqual([
      { form: '10-K', ...days('2026-02-20') },
      { form: '10-K/A', observedOn: '2026-02-20', knownOn: '2026-04-01', basis: 'FIRST_SEEN', provenOn: '2026-04-01' },
    ]);
  });

  it('are refused from after the day of the file, with all that it says', async () => {
    const { db } = database();
    const { refusals } = await loadReports(db, filings(filing()), { knownOn: '2026-02-19' });
    expect(refusals.map(({ reason }) => reason)).toEqual([`CIK ${QUARRY}: 0001999001-26-000001 was filed on 2026-02-20, after 2026-02-19, the day of the file`]);
    expect(await told(db, 'filing', 'form')).toEqual([]);
  });

  it('keep items with signs that arrays use', async () => {
    const { db } = database();
    await loadReports(db, filings(filing({ items: ['2.02', 'a "b", {c}\\'] })));
    expect(await db.query('SELECT items FROM filing')).toEqual([{ items: ['2.02', 'a "b", {c}\\'] }]);
  });
});
