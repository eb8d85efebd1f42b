import { ask, dataOf } from '../../support/ask';
import { aCompany, aCompanyName, aCompanyProfile, aFiling, aTickerList } from '../../support/companyRows';
import { useDatabase } from '../../support/database';
import { nodeIdOf } from '../../support/nodeIdOf';
import { aConstituentList, aSnapshot } from '../../support/rows';
import { inLoad } from '../../../src/store/load/inLoad';
import { rematchCompanies } from '../../../src/store/load/companies/matchCompanies';
import { KnownOnBasis } from '../../../src/domain/knowledge';

const database = useDatabase();

const [QUARRY, LANE, BARE] = ['0001999001', '0000000042', '0000000077'] as const;

/** Quarry Hill, once Stone Yard, with two classes of shares, listed in 2024 and 2026; Open Lane, listed in 2026 alone; one of which nothing is known. */
beforeAll(async () => {
  const { db } = database();
  await aCompany(db, BARE);
  const assumed = { cik: QUARRY, basis: KnownOnBasis.LAG_ASSUMED, provenOn: '2026-08-01' };
  await aCompanyName(db, { ...assumed, name: 'STONE YARD INC', observedOn: '2009-03-05' });
  await aCompanyName(db, { ...assumed, name: 'Quarry Hill Inc.', observedOn: '2024-06-29' });
  await aCompanyProfile(db, { cik: QUARRY, observedOn: '2024-05-01', sic: '1400', sicDescription: 'Mining', fiscalYearEnd: null });
  await aCompanyProfile(db, { cik: QUARRY, observedOn: '2026-08-01', sic: '3281', sicDescription: 'Cut Stone', fiscalYearEnd: '09-26' });
  await aTickerList(db, { observedOn: '2024-04-01', lines: [{ security: 'EQUITY:STNA', symbol: 'STN-A', name: 'STONE YARD INC', cik: QUARRY, exchange: 'NYSE' }] });
  await aTickerList(db, {
    observedOn: '2026-07-01',
    lines: [
      { security: 'EQUITY:STNA', symbol: 'STN-A', name: 'Quarry Hill Inc.', cik: QUARRY },
      { security: 'EQUITY:STNB', symbol: 'STN-B', name: 'Quarry Hill Inc.', cik: QUARRY },
      { security: 'EQUITY:OPL', symbol: 'OPL', name: 'Open Lane & Co', cik: LANE },
      { security: 'EQUITY:REUSED@2026-01-01', symbol: 'REUSED', name: 'Open Lane & Co', cik: LANE },
    ],
  });
  const lines = [
    { security: 'EQUITY:STNA', symbol: 'STNA', name: 'STONE YARD INC CLASS A', weight: '0.5' },
    { security: 'EQUITY:STNB', symbol: 'STNB', name: 'STONE YARD INC CLASS B', weight: '0.2' },
    { security: 'EQUITY:REUSED', symbol: 'REUSED', name: 'GONE BIOTECH INC', weight: '0.2' },
    { security: 'CASH:USD', symbol: 'USD', name: 'USD CASH', assetClass: 'CASH', weight: '0.1' },
  ];
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-03-28', lines });
  await aSnapshot(db, { fund: 'IVV', observedOn: '2024-03-28', lines: lines.slice(1) });
  await aFiling(db, { cik: QUARRY, accession: '0001999001-24-000001', form: '10-K', filedOn: '2024-02-20', reportOn: '2023-12-31', acceptedAt: '2024-02-20T16:05:00.000Z' });
  await aFiling(db, { cik: QUARRY, accession: '0001999001-24-000002', form: '8-K', filedOn: '2024-04-30', items: ['2.02', '9.01'] });
  await aFiling(db, { cik: QUARRY, accession: '0001999001-24-000002', form: '8-K/A', filedOn: '2024-04-30', knownOn: '2024-06-03', provenOn: '2024-06-03' });
  await aFiling(db, { cik: QUARRY, accession: '0001999001-24-000003', form: '10-Q', filedOn: '2024-05-05' });
  await inLoad(db, rematchCompanies);
});

const company = async <Data>(by: string, selection: string, asOf = '2026-11-20', knowledge = 'ANY'): Promise<Data> =>
  (await dataOf<{ company: Data }>(database().db, `{ company(${by}, asOf: "${asOf}", knowledge: ${knowledge}) { ${selection} } }`)).company;

describe('a company', () => {
  it.each([
    ['2009-03-04', 'ANY', null, [], null],
    ['2009-03-05', 'ANY', 'STONE YARD INC', [], null],
    ['2024-04-01', 'ANY', 'STONE YARD INC', ['STN-A NYSE 2024-04-01 2024-04-01'], null],
    ['2024-05-01', 'ANY', 'STONE YARD INC', ['STN-A NYSE 2024-04-01 2024-04-01'], '1400'],
    ['2024-06-29', 'ANY', 'Quarry Hill Inc.', ['STN-A NYSE 2024-04-01 2024-04-01'], '1400'],
    ['2024-06-29', 'PROVEN', 'STONE YARD INC', ['STN-A NYSE 2024-04-01 2024-04-01'], '1400'],
    ['2024-03-31', 'PROVEN', null, [], null],
    ['2026-06-30', 'ANY', 'Quarry Hill Inc.', ['STN-A NYSE 2024-04-01 2024-04-01'], '1400'],
    ['2026-08-01', 'ANY', 'Quarry Hill Inc.', ['STN-A NYSE 2024-04-01 2026-07-01', 'STN-B null 2026-07-01 2026-07-01'], '3281'],
  ])('as of %s under %s is called, listed and classed as was known then', async (asOf, knowledge, name, listed, sic) => {
    type Told = { readonly name: string | null; readonly sic: string | null; readonly tickers: readonly { symbol: string; exchange: string | null; firstOn: string; lastOn: string }[] };
    const { tickers, ...rest } = await company<Told>(`cik: "${QUARRY}"`, 'name sic tickers { symbol exchange firstOn lastOn }', asOf, knowledge);
    expect({ ...rest, tickers: tickers.map(({ symbol, exchange, firstOn, lastOn }) => `${symbol} ${exchange} ${firstOn} ${lastOn}`) }).toEqual({ name, sic, tickers: listed });
  });

  it('tells which of its fields are null, and whether nothing was known or nothing is given', async () => {
    const missing = 'missing { field reason }';
    expect(await company(`cik: "${QUARRY}"`, missing, '2024-05-01')).toEqual({
      missing: [{ field: 'fiscalYearEnd', reason: 'NOT_REPORTED' }, { field: 'sharesOutstanding', reason: 'NOT_KNOWN_YET' }, { field: 'marketValue', reason: 'NOT_KNOWN_YET' }],
    });
    expect(await company(`cik: "${BARE}"`, missing)).toEqual({
      missing: ['name', 'tickers', 'profile', 'sic', 'sicDescription', 'fiscalYearEnd', 'sharesOutstanding', 'marketValue'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' })),
    });
  });

  it('tells its names with their grounds, and its profile with its document', async () => {
    expect(await company(`cik: "${QUARRY}"`, 'names { name observedOn knownOnBasis provenOn source { publisher } } profile { observedOn fiscalYearEnd source { publisher } }', '2026-08-01')).toEqual({
      names: [
        { name: 'STONE YARD INC', observedOn: '2009-03-05', knownOnBasis: 'LAG_ASSUMED', provenOn: '2026-08-01', source: { publisher: 'Publisher' } },
        { name: 'Quarry Hill Inc.', observedOn: '2024-06-29', knownOnBasis: 'LAG_ASSUMED', provenOn: '2026-08-01', source: { publisher: 'Publisher' } },
      ],
      profile: { observedOn: '2026-08-01', fiscalYearEnd: '09-26', source: { publisher: 'Publisher' } },
    });
  });

  it('is one behind all classes of its shares, which lead to it and it to them and their holders', async () => {
    const told = 'cik securities { totalCount nodes { key symbol companyMatchedBy company { cik } } } heldBy { nodes { weight company { cik } companyMatchedBy snapshot { etf { symbol } } } }';
    const of = { company: { cik: QUARRY }, companyMatchedBy: 'TICKER_AND_NAME' };
    const expected = {
      cik: QUARRY,
      securities: { totalCount: 2, nodes: [{ key: 'EQUITY:STNA', symbol: 'STNA', ...of }, { key: 'EQUITY:STNB', symbol: 'STNB', ...of }] },
      heldBy: {
        nodes: [
          { weight: 0.5, ...of, snapshot: { etf: { symbol: 'IWM' } } },
          { weight: 0.2, ...of, snapshot: { etf: { symbol: 'IVV' } } },
          { weight: 0.2, ...of, snapshot: { etf: { symbol: 'IWM' } } },
        ],
      },
    };
    for (const asOf of ['2024-03-28', '2026-11-20']) {
      for (const symbol of ['STNA', 'STN.B', 'STN-B']) expect(await company(`symbol: "${symbol}"`, told, asOf)).toEqual(expected);
    }
    expect(await company(`cik: "${QUARRY}"`, 'securities { totalCount } heldBy { totalCount }', '2024-03-27')).toEqual({ securities: { totalCount: 0 }, heldBy: { totalCount: 0 } });
  });

  it('that sold its name to nobody is none of a line without one, and lines can be asked for by that', async () => {
    const holdings = (filter: string) => `holdings(filter: { companyMatchedBy: ${filter} }, orderBy: LINE) { nodes { line company { cik } companyMatchedBy } }`;
    const { etf } = await dataOf<{ etf: unknown }>(database().db, `{ etf(symbol: "IWM") { all: holdings(orderBy: LINE) { nodes { line companyMatchedBy } } none: ${holdings('[NONE]')} ticker: ${holdings('[TICKER, NAME]')} } }`);
    const none = (line: number) => ({ line, company: null, companyMatchedBy: 'NONE' });
    expect(etf).toEqual({
      all: { nodes: ['TICKER_AND_NAME', 'TICKER_AND_NAME', 'NONE', 'NONE'].map((companyMatchedBy, i) => ({ line: i + 1, companyMatchedBy })) },
      none: { nodes: [none(3), none(4)] },
      ticker: { nodes: [] },
    });
  });
});

describe('a company asked for by its ticker', () => {
  it('is found before anything of it was known, as an address, and says only what was', async () => {
    expect(await company('symbol: "OPL"', 'cik name tickers { symbol } securities { totalCount }', '2019-06-01')).toEqual({ cik: LANE, name: null, tickers: [], securities: { totalCount: 0 } });
    expect(await company('symbol: "OPL"', 'cik name', '2026-07-01')).toEqual({ cik: LANE, name: 'Open Lane & Co' });
  });

  it('is none where a share known then bore the ticker that has no company, and the later one where it no longer did', async () => {
    const { result } = await ask(database().db, '{ company(symbol: "REUSED", asOf: "2024-03-28") { cik } }');
    expect(result).toMatchObject({ data: { company: null }, errors: [{ message: "There is no company 'REUSED'.", path: ['company'], extensions: { code: 'NOT_FOUND' } }] });
    expect(await company('symbol: "REUSED"', 'cik', '2019-01-01')).toEqual({ cik: LANE });
    expect(await company('symbol: "REUSED"', 'cik', '2026-07-01')).toEqual({ cik: LANE });
  });

  it('is found by its CIK without zeros as well, and not by what is none', async () => {
    expect(await company('cik: "42"', 'cik')).toEqual({ cik: LANE });
    const { result } = await ask(database().db, '{ company(cik: "4x") { cik } }');
    expect(result.errors).toMatchObject([{ message: "'cik' is '4x': expected a number of up to ten digits, not all zero.", extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await ask(database().db, '{ company(cik: "9999") { cik } }')).result).toMatchObject({ data: { company: null }, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it.each([
    ['{ company { cik } }', 'none'],
    ['{ company(symbol: null) { cik } }', 'none'],
    ['{ company(symbol: "OPL", cik: "42") { cik } }', "'symbol' and 'cik'"],
  ])('is asked by exactly one of the two: %s', async (query, found) => {
    const { result, statements } = await ask(database().db, query);
    expect(result.errors).toMatchObject([{ message: `company was asked with ${found}: expected exactly one of 'symbol', 'cik'.`, path: ['company'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(statements).toEqual([]);
  });
});

describe('companies', () => {
  const found = async (filter: string, asOf = '2026-11-20'): Promise<readonly string[]> => {
    const { companies } = await dataOf<{ companies: { nodes: readonly { readonly cik: string }[] } }>(database().db, `{ companies(filter: ${filter}, asOf: "${asOf}") { nodes { cik } } }`);
    return companies.nodes.map(({ cik }) => cik);
  };

  it.each([
    ['{}', '2026-11-20', [LANE, BARE, QUARRY]],
    ['{ ciks: ["42", "0001999001", "9"] }', '2026-11-20', [LANE, QUARRY]],
    ['{ symbols: ["STNB", "OPL", "STN.A", "NOPE"] }', '2026-11-20', [LANE, QUARRY]],
    ['{ symbols: ["REUSED"] }', '2024-04-01', []],
    ['{ names: ["stone yard"] }', '2026-11-20', [QUARRY]],
    ['{ names: ["Quarry Hill, Incorporated"] }', '2024-06-29', [QUARRY]],
    ['{ names: ["Quarry Hill, Incorporated"] }', '2024-06-28', []],
    ['{ names: ["open lane and company"] }', '2026-07-01', [LANE]],
    ['{ names: ["open lane"] }', '2026-06-30', []],
    ['{ names: ["Inc."] }', '2026-11-20', []],
    ['{ sics: ["1400"] }', '2026-07-31', [QUARRY]],
    ['{ sics: ["1400"] }', '2026-08-01', []],
    ['{ sics: ["3281"], symbols: ["OPL"] }', '2026-11-20', []],
  ])('are those that meet %s as of %s', async (filter, asOf, expected) => {
    expect(await found(filter, asOf)).toEqual(expected);
  });

  it('are refused by a CIK that is none', async () => {
    const { result } = await ask(database().db, '{ companies(filter: { ciks: ["x"] }) { totalCount } }');
    expect(result.errors).toMatchObject([{ message: "'filter.ciks' is 'x': expected a number of up to ten digits, not all zero.", path: ['companies'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('with tickers, holders and newest filings each are one statement', async () => {
    const { result, statements } = await ask(database().db, '{ companies(first: 1000) { nodes { name tickers { symbol } heldBy { totalCount } filings(first: 10) { nodes { form } } earnings(last: 8) { nodes { epsDiluted } } } } }', {}, { maxCost: Infinity });
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(1);
  });
});

describe('the filings of a company', () => {
  const filings = async (args: string, asOf: string): Promise<readonly string[]> => {
    type Told = { readonly filings: { readonly nodes: readonly { readonly accession: string; readonly form: string }[] } };
    return (await company<Told>(`cik: "${QUARRY}"`, `filings${args} { nodes { accession form } }`, asOf)).filings.nodes.map(({ accession, form }) => `${accession.slice(-1)} ${form}`);
  };

  it.each([
    ['2024-02-19', '', []],
    ['2024-04-30', '', ['2 8-K', '1 10-K']],
    ['2024-06-02', '', ['3 10-Q', '2 8-K', '1 10-K']],
    ['2024-06-03', '', ['3 10-Q', '2 8-K/A', '1 10-K']],
    ['2024-06-03', '(forms: ["8-K"])', []],
    ['2024-06-02', '(forms: ["8-K", "10-K"])', ['2 8-K', '1 10-K']],
    ['2024-06-03', '(from: "2024-04-30")', ['3 10-Q', '2 8-K/A']],
    ['2024-06-03', '(to: "2024-04-30")', ['2 8-K/A', '1 10-K']],
    ['2024-06-03', '(first: 1)', ['3 10-Q']],
    ['2024-06-03', '(last: 1)', ['1 10-K']],
  ])('as of %s%s are those known then as they were known, the newest first', async (asOf, args, expected) => {
    expect(await filings(args, asOf)).toEqual(expected);
  });

  it('are nodes, which lead to the company and its page at the SEC', async () => {
    const id = nodeIdOf('Filing', '2024-05-01', QUARRY, '0001999001-24-000002');
    const { node } = await dataOf<{ node: unknown }>(database().db, 'query ($id: ID!) { node(id: $id) { id ... on Filing { form items url acceptedAt reportOn company { cik name } source { publisher } } } }', { id });
    expect(node).toEqual({
      ...{ id, form: '8-K', items: ['2.02', '9.01'], acceptedAt: null, reportOn: null, company: { cik: QUARRY, name: 'STONE YARD INC' }, source: { publisher: 'Publisher' } },
      url: 'https://www.sec.gov/Archives/edgar/data/1999001/000199900124000002/0001999001-24-000002-index.htm',
    });
    const early = nodeIdOf('Filing', '2024-04-29', QUARRY, '0001999001-24-000002');
    expect(await dataOf(database().db, 'query ($id: ID!) { node(id: $id) { id } }', { id: early })).toEqual({ node: null });
  });

  it('are refused in days of the wrong order', async () => {
    const { result } = await ask(database().db, `{ company(cik: "${QUARRY}") { filings(from: "2024-05-01", to: "2024-04-01") { totalCount } } }`);
    expect(result.errors).toMatchObject([{ path: ['company', 'filings'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe("an index's list that gives a CIK", () => {
  it('names the company where the SEC gives no name', async () => {
    const { db } = database();
    await aConstituentList(db, { index: 'SPX', observedOn: '2024-09-03', members: [{ security: 'EQUITY:BARE', symbol: 'BARE' }] });
    await db.query(`UPDATE security_description SET cik = $1 WHERE symbol = 'BARE'`, [BARE]);
    await inLoad(db, rematchCompanies);
    const told = 'name tickers { symbol }';
    expect(await company(`cik: "${BARE}"`, told, '2024-09-02')).toEqual({ name: null, tickers: [] });
    expect(await company('symbol: "BARE"', `cik ${told}`, '2024-09-03')).toEqual({ cik: BARE, name: 'EQUITY:BARE', tickers: [{ symbol: 'BARE' }] });
  });
});
