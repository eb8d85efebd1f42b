import { ask, dataOf } from '../../support/ask';
import { aCompanyName, aTickerList } from '../../support/companyRows';
import { useDatabase } from '../../support/database';
import { aSnapshot } from '../../support/rows';
import { inLoad } from '../../../src/store/load/inLoad';
import { rematchCompanies } from '../../../src/store/load/companies/matchCompanies';

const database = useDatabase();

const [APPLE, ORCHARD, PIE] = ['0000320193', '0001999001', '0001999002'] as const;

beforeAll(async () => {
  const { db } = database();
  await aSnapshot(db, {
    ...{ fund: 'IWM', observedOn: '2024-03-28' },
    lines: [
      { security: 'EQUITY:APLE', symbol: 'APLE', name: 'APPLE HOSPITALITY REIT INC', weight: '0.6' },
      { security: 'EQUITY:FB', symbol: 'FB', name: 'FACE AND BOOK', weight: '0.4' },
    ],
  });
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', lines: [{ security: 'EQUITY:FB', symbol: 'META', name: 'META', weight: '1' }] });
  await aTickerList(db, {
    observedOn: '2024-04-01',
    lines: [
      { security: 'EQUITY:AAPL', symbol: 'AAPL', name: 'Apple Inc.', cik: APPLE },
      { security: 'EQUITY:PIE-A', symbol: 'PIE-A', name: 'Pie, Apples & Co.', cik: PIE },
    ],
  });
  await aCompanyName(db, { cik: ORCHARD, name: 'APPLE ORCHARD INC', observedOn: '2010-01-05' });
  await aCompanyName(db, { cik: ORCHARD, name: 'Cider Works Inc.', observedOn: '2024-05-01' });
  await inLoad(db, rematchCompanies);
});

interface Hit {
  readonly kind: string;
  readonly key: string;
  readonly name: string | null;
}

async function search(text: string, { asOf = '2024-06-01', first = 10 } = {}): Promise<readonly string[]> {
  const query = 'query ($text: String!, $first: Int!, $asOf: Date!) { search(text: $text, first: $first, asOf: $asOf) { kind key name } }';
  const { search: hits } = await dataOf<{ search: readonly Hit[] }>(database().db, query, { text, first, asOf });
  return hits.map(({ kind, key, name }) => `${kind} ${key} ${name}`);
}

const APPLES = [`COMPANY ${APPLE} Apple Inc.`, `COMPANY ${ORCHARD} Cider Works Inc.`, `COMPANY ${PIE} Pie, Apples & Co.`];

describe('a search', () => {
  it('finds what has words in its name that begin with those asked for, in any order and case, former names too, the shortest first', async () => {
    expect(await search('apple')).toEqual([...APPLES, 'SECURITY EQUITY:AAPL Apple Inc.', 'SECURITY EQUITY:PIE-A Pie, Apples & Co.', 'SECURITY EQUITY:APLE APPLE HOSPITALITY REIT INC']);
    expect(await search('  APP  pie ')).toEqual([`COMPANY ${PIE} Pie, Apples & Co.`, 'SECURITY EQUITY:PIE-A Pie, Apples & Co.']);
    expect(await search('orchard, apple')).toEqual([`COMPANY ${ORCHARD} Cider Works Inc.`]);
    expect(await search('pple')).toEqual([]);
  });

  it('puts what has the text for a ticker before what has a ticker that begins so, and that before names', async () => {
    expect(await search('ap')).toEqual(['SECURITY EQUITY:APLE APPLE HOSPITALITY REIT INC', ...APPLES, 'SECURITY EQUITY:AAPL Apple Inc.', 'SECURITY EQUITY:PIE-A Pie, Apples & Co.']);
    expect(await search('aapl')).toEqual([`COMPANY ${APPLE} Apple Inc.`, 'SECURITY EQUITY:AAPL Apple Inc.']);
    expect(await search('PIE.A')).toEqual([`COMPANY ${PIE} Pie, Apples & Co.`, 'SECURITY EQUITY:PIE-A Pie, Apples & Co.']);
    expect((await search('IW')).slice(0, 3)).toEqual(['ETF IWC iShares Micro-Cap ETF', 'ETF IWB iShares Russell 1000 ETF', 'ETF IWM iShares Russell 2000 ETF']);
    expect(await search('iwm')).toEqual(['ETF IWM iShares Russell 2000 ETF']);
  });

  it('finds funds and indices by their names, and companies by their CIKs', async () => {
    const found = await search('russell 2000', { first: 50 });
    expect(found).toContain('INDEX RUT Russell 2000');
    expect(found[0]).toBe('ETF IWM iShares Russell 2000 ETF');
    expect(await search('320193')).toEqual([`COMPANY ${APPLE} Apple Inc.`]);
  });

  it('knows names and tickers of its day alone; a ticker is an address', async () => {
    expect(await search('apple', { asOf: '2024-03-31' })).toEqual([`COMPANY ${ORCHARD} APPLE ORCHARD INC`, 'SECURITY EQUITY:APLE APPLE HOSPITALITY REIT INC']);
    expect(await search('cider', { asOf: '2024-04-30' })).toEqual([]);
    expect(await search('AAPL', { asOf: '2019-06-01' })).toEqual([`COMPANY ${APPLE} null`]);
    expect(await search('FB', { asOf: '2024-06-27' })).toEqual(['SECURITY EQUITY:FB FACE AND BOOK']);
    expect(await search('FB', { asOf: '2024-06-28' })).toEqual([]);
    expect(await search('META', { asOf: '2024-06-28' })).toEqual(['SECURITY EQUITY:FB META']);
  });

  it('gives no more than it is asked for, and the best of it', async () => {
    expect(await search('apple', { first: 2 })).toEqual(APPLES.slice(0, 2));
    expect(await search('apple', { first: 0 })).toEqual([]);
  });

  it.each(["'", '"', '\\', '%', '_', ':*', '!', '& |', '( )', '<->', "a' OR TRUE --", '😀', '-'])('takes %s for text', async (text) => {
    expect(await search(text)).toEqual([]);
  });

  it('leads to each thing itself, of whatever type, as of its day, in one statement', async () => {
    const query = `{ search(text: "APLE", asOf: "2024-06-01") { kind node { __typename id ... on Security { symbol heldBy { totalCount nodes { snapshot { age } } } } } }
      apples: search(text: "apple inc", asOf: "2024-06-01") { node { ... on Company { name tickers { symbol } } ... on Node { __typename } } }
      iwm: search(text: "iwm", asOf: "2024-06-01") { node { ... on Etf { symbol snapshot { observedOn } } } } }`;
    const { result, statements } = await ask(database().db, query);
    expect(statements.filter((text) => text.includes('json_build_object'))).toHaveLength(1);
    expect(result.errors).toBeUndefined();
    expect(result.data).toMatchObject({
      search: [{ kind: 'SECURITY', node: { __typename: 'Security', symbol: 'APLE', heldBy: { totalCount: 1, nodes: [{ snapshot: { age: 44 } }] } } }],
      apples: [{ node: { __typename: 'Company', name: 'Apple Inc.', tickers: [{ symbol: 'AAPL' }] } }, { node: { __typename: 'Company' } }, { node: {} }, { node: {} }],
      iwm: [{ node: { symbol: 'IWM', snapshot: { observedOn: '2024-03-28' } } }],
    });
    const [hit] = (result.data as { search: readonly { node: { id: string } }[] }).search;
    expect(await dataOf(database().db, 'query ($id: ID!) { node(id: $id) { id } }', { id: hit?.node.id })).toEqual({ node: { id: hit?.node.id } });
  });

  it.each([
    ['text: " "', "'text' has 0 characters: expected 1 to 100."],
    [`text: "${'x'.repeat(101)}"`, "'text' has 101 characters: expected 1 to 100."],
    ['text: "x", first: 51', "'first' is 51: expected 0 to 50."],
    ['text: "x", first: -1', "'first' is -1: expected 0 to 50."],
  ])('is refused with %s', async (args, message) => {
    const { result, statements } = await ask(database().db, `{ search(${args}) { key } }`);
    expect(result.errors).toMatchObject([{ message, path: ['search'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(statements).toEqual([]);
  });
});
