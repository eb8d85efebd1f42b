import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import { isoDate } from '../../../src/domain/isoDate';
import { filed, quartersOf } from '../../domain/earnings/companyFile';
import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { loadBaskets } from '../../store/load/basketFile';
import { loadCompany } from '../../store/load/companyFile';
import { aLine, aReport, decimal, load, noonOf } from '../../store/load/invented';
import { loadCloses } from '../../store/load/priceFile';

const database = useDatabase();

const TICKERS = ['AAAA', 'BBBB', 'CCCC', 'CCCK'];
const CIKS: Readonly<Record<string, number>> = { AAAA: 1999001, BBBB: 1999002, CCCC: 1999003, CCCK: 1999003, META: 1326801 };

beforeAll(async () => {
  const { db } = database();
  const list = Object.fromEntries(Object.entries(CIKS).map(([ticker, cik], i) => [String(i), { cik_str: cik, ticker, title: `INVENTED ${cik} INC` }]));
  await loadFile(db, { source: sourceByKey('edgar-tickers'), fileName: 'company_tickers_2024-01-02.json', bytes: Buffer.from(JSON.stringify(list)), told: {}, now: noonOf('2026-11-02') });
  const [q1] = quartersOf(2023);
  for (const [cik, shares] of [[1999001, 60], [1999002, 30], [1999003, 10]] as const) {
    await loadCompany(db, String(cik).padStart(10, '0'), filed({ on: '2024-01-20', says: { [q1]: { eps: 1, income: shares, shares } } }));
  }
  // A rises by a tenth, B falls by a fifth, C doubles; of B a raw close is known only later.
  await loadCloses(db, 'AAAA', 'RAW', { '2024-03-01': 10, '2024-04-01': 10, '2024-05-01': 11 });
  await loadCloses(db, 'BBBB', 'TOTAL_RETURN', { '2024-03-01': 8, '2024-04-01': 10, '2024-05-01': 8 });
  await loadCloses(db, 'CCCC', 'RAW', { '2024-03-01': 10, '2024-04-01': 10, '2024-05-01': 20 });
  await loadCloses(db, 'BBBB', 'RAW', { '2024-04-01': 10, '2024-05-01': 8 }, { knownOn: '2024-06-03' });
  await loadBaskets(db, [
    'three,AAAA,,,2024-02-01,,Three',
    'three,BBBB,,,2024-02-01,,',
    'three,CCCC,,,2024-02-01,,',
    'three,CCCK,,,2024-02-01,CCCC,',
    'moved,AAAA,2024-01-15,,2024-02-01,,',
    'moved,AAAA,2024-01-15,2024-03-29,2024-04-02,,',
    'moved,CCCC,2024-04-01,,2024-03-20,,',
    'one,BBBB,,,2024-02-01,,',
    'none,NOBODY,,,2024-02-01,,',
    'few,AAAA,,,2024-02-01,,',
    'few,NOBODY,,,2024-02-01,,',
  ]);
});

type Answer = Readonly<Record<string, unknown>>;

const basket = async (key: string, fields: string, asOf = '2026-11-02', knowledge = 'ANY'): Promise<Answer> =>
  (await dataOf<{ basket: Answer }>(database().db, `{ basket(key: "${key}", asOf: "${asOf}", knowledge: ${knowledge}) { ${fields} } }`)).basket;

const members = async (key: string, asOf: string, on = asOf): Promise<readonly string[]> => {
  const { members: all } = (await basket(key, `members(on: "${on}") { classes }`, asOf)) as { readonly members: readonly { readonly classes: readonly string[] }[] };
  return all.map(({ classes }) => classes.join('+'));
};

describe('the Magnificent 7', () => {
  const SEVEN = ['AAPL', 'AMZN', 'GOOGL+GOOG', 'META', 'MSFT', 'NVDA', 'TSLA'];

  it('are seven companies, knowable from 2023-04-11 and not before', async () => {
    expect(await members('mag7', '2023-04-11')).toEqual(SEVEN);
    expect(await members('mag7', '2023-04-10')).toEqual([]);
    expect(await basket('mag7', 'title knowableFrom missing { field reason }', '2023-04-10')).toEqual({
      ...{ title: 'Magnificent 7', knowableFrom: null },
      missing: ['members', 'knowableFrom'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' })),
    });
    expect(await basket('mag7', 'knowableFrom missing { field }')).toEqual({ knowableFrom: '2023-04-11', missing: [] });
  });

  it('are of earlier days in hindsight, and it says so', async () => {
    expect(await members('mag7', '2024-01-02', '2015-01-02')).toEqual(SEVEN);
    expect(await basket('mag7', 'before: isHindsight(on: "2023-04-10") since: isHindsight(on: "2023-04-11") isHindsight')).toEqual({ before: true, since: false, isHindsight: false });
  });

  it('lead to their companies and shares, and these to them', async () => {
    const { members: all } = (await basket('mag7', 'members { symbol url company { cik baskets { key } } security { symbol baskets { key } } }')) as { readonly members: readonly Answer[] };
    expect(all.find(({ symbol }) => symbol === 'META')).toEqual({
      ...{ symbol: 'META', url: 'https://www.etfrc.com/MAGS' },
      company: { cik: '0001326801', baskets: [{ key: 'mag7' }] },
      security: { symbol: 'META', baskets: [{ key: 'mag7' }] },
    });
  });
});

describe("a basket of one's own", () => {
  it('is listed beside the shipped ones, and found by its key and its id', async () => {
    const { baskets } = await dataOf<{ baskets: { nodes: readonly { key: string; title: string; id: string }[] } }>(database().db, '{ baskets { nodes { key title id } } }');
    expect(baskets.nodes.map(({ key }) => key)).toEqual(['few', 'mag7', 'moved', 'none', 'one', 'three', 'top7']);
    const three = baskets.nodes.find(({ key }) => key === 'three');
    expect(await dataOf(database().db, `{ node(id: "${three?.id}") { ... on Basket { title } } }`)).toEqual({ node: { title: 'Three' } });
  });

  it('has the members that were known on the day, for as long as they stayed by what was known then', async () => {
    expect(await members('moved', '2024-01-31')).toEqual([]);
    expect(await members('moved', '2024-02-01')).toEqual(['AAAA']);
    expect(await members('moved', '2024-02-01', '2024-01-14')).toEqual([]);
    expect(await members('moved', '2024-04-01')).toEqual(['AAAA', 'CCCC']);
    expect(await members('moved', '2024-04-02')).toEqual(['CCCC']);
    expect(await members('moved', '2024-04-02', '2024-03-29')).toEqual(['AAAA']);
    expect(await members('three', '2024-02-01')).toEqual(['AAAA', 'BBBB', 'CCCC+CCCK']);
  });

  it('adds nothing the second time, and is refused under a shipped key', async () => {
    const { db } = database();
    expect(await loadBaskets(db, ['again,AAAA,,,2024-02-01,,'])).toMatchObject({ outcome: 'ADDED', rowsAdded: 1 });
    expect(await loadBaskets(db, ['again,AAAA,,,2024-02-01,,'])).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await loadBaskets(db, ['mag7,AAAA,,,2024-02-01,,'])).toMatchObject({ outcome: 'REFUSED', refusals: [{ reason: "the basket 'mag7' is shipped: give yours another key" }] });
    await db.query(`DELETE FROM basket_member WHERE basket_key = 'again'; DELETE FROM basket WHERE key = 'again'`);
  });
});

describe('the seven largest', () => {
  it('are those of the day by market value, of the companies of which a raw close is known', async () => {
    const { members: all } = (await basket('top7', 'members { symbol company { cik } knownOn }', '2024-05-01')) as { readonly members: readonly Answer[] };
    expect(all).toEqual([
      { symbol: 'AAAA', company: { cik: '0001999001' }, knownOn: '2024-05-01' },
      { symbol: 'CCCC', company: { cik: '0001999003' }, knownOn: '2024-05-01' },
    ]);
    expect(await members('top7', '2024-06-03', '2024-05-01')).toEqual(['AAAA', 'BBBB', 'CCCC']);
    expect(await members('top7', '2024-05-12')).toEqual([]);
    expect(await basket('top7', 'largest knowableFrom isHindsight(on: "1999-01-04")')).toEqual({ largest: 7, knowableFrom: null, isHindsight: false });
  });
});

describe('a return of buying and holding', () => {
  const RETURN = 'returns(from: "2024-04-01", to: "2024-05-01") { totalReturn weighting count priced members { symbol weight totalReturn boughtOn heldTo } snapshot { fund: id } missing { field reason } }';
  const returned = async (key: string, asOf: string): Promise<Answer> => (await basket(key, RETURN.replace('snapshot { fund: id } ', ''), asOf)).returns as Answer;
  const near = (number: number): number => expect.closeTo(number, 12) as number;

  it('weights by market value where that is known of all', async () => {
    const weights = [600, 300, 100].map((value) => value / 1000);
    expect(await returned('three', '2024-06-03')).toEqual({
      ...{ totalReturn: near(0.6 * 0.1 - 0.3 * 0.2 + 0.1 * 1), weighting: 'CAP', count: 3, priced: 3, missing: [] },
      members: [['AAAA', 0.1], ['BBBB', -0.2], ['CCCC', 1]].map(([symbol, totalReturn], i) => ({
        ...{ symbol, weight: near(weights[i] ?? 0), totalReturn: near(Number(totalReturn)), boughtOn: '2024-04-01', heldTo: '2024-05-01' },
      })),
    });
  });

  it('else equally, and says so', async () => {
    expect(await returned('three', '2024-06-02')).toMatchObject({ totalReturn: near((0.1 - 0.2 + 1) / 3), weighting: 'EQUAL' });
  });

  it('else by the weights of a large-cap fund, both classes of a company together, drifted to the first day', async () => {
    const worth: Readonly<Record<string, string>> = { AAAA: '50', BBBB: '24', CCCC: '6', CCCK: '10', OTHER: '10' };
    const lines = Object.entries(worth).map(([ticker, marketValue]) => aLine({ ticker, name: `INVENTED ${ticker}`, marketValue: decimal(marketValue) }));
    await load(database().db, [aReport({ fund: 'IVV', observedOn: isoDate('2024-03-01'), lines })]);
    const [a, b, c] = [50, 24 * 1.25, 16];
    const sum = a + b + c;
    expect(await returned('three', '2024-06-02')).toMatchObject({ totalReturn: near((a * 0.1 - b * 0.2 + c) / sum), weighting: 'SNAPSHOT' });
    expect(await basket('three', 'returns(from: "2024-04-01", to: "2024-05-01") { snapshot { observedOn } }', '2024-06-02')).toEqual({ returns: { snapshot: { observedOn: '2024-03-01' } } });
    expect(TICKERS).toHaveLength(4);
  });

  it('is null, and says why, where returns of too few are known', async () => {
    expect(await returned('few', '2024-06-03')).toMatchObject({ totalReturn: null, weighting: 'CAP', count: 2, priced: 1, missing: [{ field: 'totalReturn', reason: 'INSUFFICIENT_COVERAGE' }] });
    expect(await returned('none', '2024-06-03')).toMatchObject({ totalReturn: null, weighting: null, members: [], missing: ['weighting', 'totalReturn'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' })) });
  });

  it('is of the members of the first day', async () => {
    expect(await returned('moved', '2024-06-03')).toMatchObject({ count: 1, members: [{ symbol: 'CCCC' }] });
  });
});

describe('a member whose ticker passes to another company', () => {
  const companyOn = async (day: string): Promise<unknown> => ((await basket('one', 'members { company { cik } }', day)) as { readonly members: readonly { readonly company: { readonly cik: string } }[] }).members[0]?.company.cik;

  it('is the former one until the day of the first list that says so, and the other from then on', async () => {
    for (const [day, cik] of [['2024-08-01', 1999001], ['2024-09-03', 1999003]] as const) {
      const bytes = Buffer.from(JSON.stringify({ 0: { cik_str: cik, ticker: 'BBBB', title: `INVENTED ${cik} INC` } }));
      await loadFile(database().db, { source: sourceByKey('edgar-tickers'), fileName: `company_tickers_${day}.json`, bytes, told: {}, now: noonOf('2026-11-02') });
    }
    const found = [await companyOn('2024-07-31'), await companyOn('2024-08-01'), await companyOn('2024-09-02'), await companyOn('2024-09-03')];
    expect(found).toEqual(['0001999002', '0001999001', '0001999001', '0001999003']);
  });
});
