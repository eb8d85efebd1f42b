import { nodeIdOf } from '../../support/nodeIdOf';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aYear, filed, quartersOf, yearOf } from '../../domain/earnings/companyFile';
import { loadCompany } from '../../store/load/companyFile';

const database = useDatabase();

const CIK = '0001999001';
const OTHER = '0001999002';

/** Three years, the last on a doubled count of shares: its first report gives the quarter before on it too, its annual one the year. */
const FACTS = [
  ...aYear(2021, { perShare: [1, 1.1, 1.2, 1.3] }),
  ...aYear(2022, { perShare: [1.1, 1.3, 1.1, 1.6] }),
  ...aYear(2023, { shares: 20, perShare: [0.6, 0.75, 0.65, 0.9] }),
  ...filed({ on: '2023-05-05', says: { [quartersOf(2022)[0]]: { eps: 0.55, income: 11, shares: 20, revenue: 110 } } }),
  ...filed({ on: '2024-02-20', form: '10-K', says: { [yearOf(2022)]: { eps: 2.55, income: 51, shares: 20, revenue: 510 } } }),
];

beforeAll(async () => {
  await loadCompany(database().db, CIK, FACTS);
  await loadCompany(database().db, OTHER, [
    ...aYear(2023, { perShare: [-1, -1, -1, -1] }),
    ...filed({ on: '2024-05-01', says: { [quartersOf(2023)[1]]: { eps: 9 } } }),
    ...filed({ on: '2024-06-01', says: { [quartersOf(2023)[1]]: { eps: -1 } } }),
  ]);
});

const company = async <Data>(selection: string, asOf = '2026-01-01', more = '', cik = CIK): Promise<Data> =>
  (await dataOf<{ company: Data }>(database().db, `{ company(cik: "${cik}", asOf: "${asOf}"${more}) { ${selection} } }`)).company;

interface Earned {
  readonly earnings: { readonly totalCount: number; readonly nodes: readonly Readonly<Record<string, unknown>>[]; readonly pageInfo: Readonly<Record<string, unknown>> };
}

describe("a company's earnings", () => {
  it.each([
    ['2022-05-04', [['2021', 1, 1], ['2021', 2, 1.1], ['2021', 3, 1.2], ['2021', 4, 1.3]]],
    ['2022-05-05', [['2021', 2, 1.1], ['2021', 3, 1.2], ['2021', 4, 1.3], ['2022', 1, 1.1]]],
    ['2023-05-04', [['2022', 1, 1.1], ['2022', 2, 1.3], ['2022', 3, 1.1], ['2022', 4, 1.6]]],
    ['2024-02-19', [['2022', 4, 0.8], ['2023', 1, 0.6], ['2023', 2, 0.75], ['2023', 3, 0.65]]],
    ['2024-02-20', [['2023', 1, 0.6], ['2023', 2, 0.75], ['2023', 3, 0.65], ['2023', 4, 0.9]]],
  ])('as of %s are the newest four quarters known by then, the oldest first', async (asOf, expected) => {
    for (const knowledge of ['ANY', 'PROVEN']) {
      const { earnings } = await company<Earned>('earnings(last: 4) { nodes { fiscalYear fiscalQuarter epsDiluted } }', asOf, `, knowledge: ${knowledge}`);
      expect(earnings.nodes).toEqual(expected.map(([year, fiscalQuarter, epsDiluted]) => ({ fiscalYear: Number(year), fiscalQuarter, epsDiluted })));
    }
  });

  it('are carried over a split from the day of the filing that shows it', async () => {
    const quarter = 'earnings(last: 1, to: "2022-06-30") { nodes { epsDiluted epsReported splitFactor change knownOn dilutedShares netIncome } }';
    const before = { epsDiluted: 1.3, epsReported: 1.3, splitFactor: 1, change: 'FIRST', knownOn: '2022-08-05', dilutedShares: 10, netIncome: 13 };
    const after = { ...before, epsDiluted: 0.65, splitFactor: 2, change: 'SPLIT', knownOn: '2023-05-05', dilutedShares: 20 };
    expect(await company(quarter, '2023-05-04')).toEqual({ earnings: { nodes: [before] } });
    expect(await company(quarter, '2023-05-05')).toEqual({ earnings: { nodes: [after] } });
    expect(await company('splits { knownOn ratio }', '2023-05-04')).toEqual({ splits: [] });
    expect(await company('splits { knownOn ratio }')).toEqual({ splits: [{ knownOn: '2023-05-05', ratio: 2 }] });
  });

  it('of a year have their revisions, filing by filing, as far as they were known', async () => {
    const year = 'earnings(period: YEAR, from: "2022-12-31", to: "2022-12-31") { nodes { fiscalYear revisions { knownOn change epsDiluted form } } }';
    const [first, second] = [{ knownOn: '2023-02-20', change: 'FIRST', epsDiluted: 5.1, form: '10-K' }, { knownOn: '2024-02-20', change: 'SPLIT', epsDiluted: 2.55, form: '10-K' }];
    const carried = { knownOn: '2023-05-05', change: 'SPLIT', epsDiluted: 2.55, form: '10-Q' };
    expect(await company(year, '2023-05-04')).toEqual({ earnings: { nodes: [{ fiscalYear: 2022, revisions: [first] }] } });
    expect(await company(year)).toEqual({ earnings: { nodes: [{ fiscalYear: 2022, revisions: [first, carried, second] }] } });
  });

  it('say which figures of which filings they are told from, and of which document', async () => {
    const told = 'earnings(last: 1) { nodes { form accession epsGround netIncomeGround revenueConcept source { key fileName } facts { concept value startOn observedOn knownOn form company { cik } } } }';
    const { earnings } = await company<Earned>(told);
    expect(earnings.nodes[0]).toMatchObject({
      ...{ form: '10-K', epsGround: 'DERIVED', netIncomeGround: 'DERIVED', revenueConcept: 'us-gaap:Revenues' },
      source: { key: 'edgar-company-facts', fileName: `CIK${CIK}.json` },
    });
    const facts = earnings.nodes[0]?.facts as readonly { concept: string; value: number; company: { cik: string } }[];
    const incomes = facts.filter(({ concept }) => concept === 'us-gaap:NetIncomeLoss').map(({ value, company: { cik } }) => [value, cik]);
    expect(incomes).toEqual([[40, CIK], [58, CIK]]);
  });

  it('are compared with the same period a year before, on one basis', async () => {
    const { earnings } = await company<Earned>('earnings(last: 1) { nodes { yoy { epsChange netIncomeGrowth revenueGrowth base { fiscalYear fiscalQuarter epsDiluted } missing { field } } } }');
    expect(earnings.nodes[0]?.yoy).toEqual({
      ...{ epsChange: expect.closeTo(0.1, 12) as number, netIncomeGrowth: expect.closeTo(0.125, 12) as number, revenueGrowth: expect.closeTo(0.125, 12) as number },
      base: { fiscalYear: 2022, fiscalQuarter: 4, epsDiluted: 0.8 },
      missing: [],
    });
  });

  it('that lack something say what and why', async () => {
    const missing = 'earnings(first: 1) { nodes { yoy { epsChange } sue filing { form } missing { field reason } } }';
    expect(await company(missing)).toEqual({
      earnings: {
        nodes: [{
          ...{ yoy: null, sue: null, filing: null },
          missing: [
            { field: 'filing', reason: 'NOT_KNOWN_YET' },
            ...['yoy', 'sue'].map((field) => ({ field, reason: 'INSUFFICIENT_HISTORY' })),
            ...['estimate', 'surprise'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' })),
          ],
        }],
      },
    });
  });

  it('are as well a series of lists', async () => {
    const { earnings } = await company<Earned>('earnings { nodes { periodEnd netIncome knownOn } }');
    const column = (name: string) => earnings.nodes.map((node) => node[name]);
    expect(await company('fundamentals(concept: NET_INCOME) { concept dates values knownOn }')).toEqual({
      fundamentals: { concept: 'NET_INCOME', dates: column('periodEnd'), values: column('netIncome'), knownOn: column('knownOn') },
    });
  });

  it('are nodes, found again by their id at its date', async () => {
    const { earnings } = await company<Earned>('earnings(last: 1, to: "2022-03-31") { nodes { id epsDiluted facts { id value } } }', '2024-02-19');
    const [found] = earnings.nodes;
    const again = await dataOf(database().db, `{ node(id: "${String(found?.id)}") { ... on Earnings { id epsDiluted facts { id value } } } }`);
    expect(again).toEqual({ node: found });
    expect(await dataOf(database().db, `{ node(id: "${nodeIdOf('Earnings', '2022-05-04', CIK, 'QUARTER', '2022-03-31')}") { id } }`)).toEqual({ node: null });
  });

  it('of many companies are one statement', async () => {
    const { result, statements } = await ask(database().db, '{ companies { nodes { cik earnings(last: 8) { nodes { epsDiluted sue yoy { epsChange } revisions { change } } } } } }');
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(1);
  });
});

describe('standardized unexpected earnings', () => {
  it('are the change from a year before against its mean and deviation over the eight quarters before', async () => {
    const cik = '0001999003';
    const perShare = [[1, 1.2, 1.1, 1.5], [1.1, 1.25, 1.3, 1.4], [1.4, 1.2, 1.35, 1.8], [1.45, 1.7, 1.3, 2.4]];
    const facts = perShare.flatMap((year, i) => aYear(2019 + i, { shares: 100, perShare: year }));
    await loadCompany(database().db, cik, facts);
    const { earnings } = await company<Earned>('earnings(last: 1) { nodes { sue } }', '2026-01-01', '', cik);
    const all = perShare.flat();
    const changes = all.slice(4).map((eps, i) => eps - (all[i] ?? NaN));
    const before = changes.slice(-9, -1);
    const mean = before.reduce((sum, one) => sum + one, 0) / 8;
    const deviation = Math.sqrt(before.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 7);
    expect(earnings.nodes[0]?.sue).toBeCloseTo(((changes.at(-1) ?? NaN) - mean) / deviation, 9);
  });
});

describe('figures that a filer gave otherwise and took back', () => {
  const suspect = 'suspectFacts { totalCount nodes { concept observedOn value knownOn } }';

  it('are suspect once they were taken back, and not before', async () => {
    expect(await company(suspect, '2024-05-31', '', OTHER)).toEqual({ suspectFacts: { totalCount: 0, nodes: [] } });
    expect(await company(suspect, '2024-06-01', '', OTHER)).toEqual({
      suspectFacts: { totalCount: 1, nodes: [{ concept: 'us-gaap:EarningsPerShareDiluted', observedOn: '2023-06-30', value: 9, knownOn: '2024-05-01' }] },
    });
  });
});

describe('shares outstanding', () => {
  const cik = '0001999004';
  const counted = (on: string, observedOn: string, concept: string, value: number) =>
    filed({ on, says: { [`${observedOn}/${observedOn}`]: { shares: value } } }).map((fact) => ({ ...fact, startOn: null, concept }));
  const COVER = 'dei:EntityCommonStockSharesOutstanding';
  const SHEET = 'us-gaap:CommonStockSharesOutstanding';

  beforeAll(async () => {
    const [, , third] = quartersOf(2023);
    await loadCompany(database().db, cik, [
      ...counted('2023-05-05', '2023-03-31', SHEET, 100),
      ...counted('2023-08-05', '2023-07-31', COVER, 101),
      ...filed({ on: '2023-11-05', says: { [third]: { shares: 103, eps: 1, income: 103 } } }),
      ...counted('2024-05-05', '2024-03-31', SHEET, 104),
      ...filed({ on: '2024-11-05', says: { [third]: { shares: 206, eps: 0.5, income: 103 } } }),
    ]);
  });

  it.each([
    ['2023-05-04', null],
    ['2023-05-05', { shares: 100, basis: 'BALANCE_SHEET', splitFactor: 1 }],
    ['2023-08-05', { shares: 101, basis: 'COVER_PAGE', splitFactor: 1 }],
    ['2023-11-05', { shares: 101, basis: 'COVER_PAGE', splitFactor: 1 }],
    ['2024-05-05', { shares: 104, basis: 'BALANCE_SHEET', splitFactor: 1 }],
    ['2024-11-05', { shares: 208, basis: 'BALANCE_SHEET', splitFactor: 2 }],
  ])('as of %s are by the preferred count that is not stale, over the splits since: %j', async (asOf, sharesOutstanding) => {
    expect(await company('sharesOutstanding { shares basis splitFactor }', asOf, '', cik)).toEqual({ sharesOutstanding });
  });
});
