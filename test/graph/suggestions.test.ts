import { startTestServer } from '../server/startTestServer';
import { ask } from '../support/ask';
import { useDatabase } from '../support/database';
import { aSnapshot } from '../support/rows';

const database = useDatabase();

beforeAll(async () => {
  const { db } = database();
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-03-28', lines: [{ security: 'EQUITY FB', symbol: 'FBOK', weight: '1' }] });
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', lines: [{ security: 'EQUITY FB', symbol: 'FBUK', weight: '1' }] });
});

/** The names that stand beside NOT_FOUND. */
async function suggested(query: string): Promise<readonly string[]> {
  const { errors } = (await ask(database().db, query)).result;
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  const message = errors?.[0]?.message ?? '';
  return / Close to it: (.*)\.$/.exec(message)?.[1]?.split(', ') ?? [];
}

describe('a name that is not known', () => {
  it.each([
    ['a fund', '{ etf(symbol: "IWMM") { name } }', ['IWM']],
    ['another fund', '{ etf(symbol: "IWM") { overlap(with: "IVW") { weight } } }', ['IVV', 'IWV']],
    ['an index', '{ index(code: "RTU") { name } }', ['RUT']],
    ['an indicator', '{ indicator(code: "UNRAET") { title } }', ['UNRATE']],
    ['a basket', '{ basket(key: "mag") { title } }', ['mag7']],
    ['a signal', '{ signal(key: "soft-landign") { value } }', ['soft-landing']],
    ['a release', '{ release(code: "employment-situatoin") { name } }', ['employment-situation']],
    ['nothing like anything', '{ etf(symbol: "QZQZQZ") { name } }', []],
  ])('of %s is NOT_FOUND with what is close to it', async (_, query, expected) => {
    expect(await suggested(query)).toEqual(expected);
  });

  it('of a security is told by the tickers of its day: none from before, and none that came later', async () => {
    const asked = (asOf: string) => suggested(`{ security(symbol: "FBBK", asOf: "${asOf}") { name } }`);
    expect([await asked('2024-01-02'), await asked('2024-04-01'), await asked('2024-07-01')]).toEqual([[], ['FBOK'], ['FBUK']]);
  });

  it('costs a second statement, and a name that is known does not', async () => {
    const statements = async (symbol: string) => (await ask(database().db, `{ etf(symbol: "${symbol}") { symbol } }`)).statements.length;
    expect([await statements('IWM'), await statements('IWMM')]).toEqual([1, 2]);
  });

  it('comes to clients with `extensions.suggestions`', async () => {
    const server = await startTestServer(database().url);
    const { body } = await server.ask('{ etf(symbol: "IWMM", asOf: "2024-07-01") { name } none: etf(symbol: "QZQZQZ", asOf: "2024-07-01") { name } }');
    expect(body.errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
      { message: "There is no ETF 'IWMM'. Close to it: IWM.", extensions: { code: 'NOT_FOUND', suggestions: ['IWM'] } },
      { message: "There is no ETF 'QZQZQZ'.", extensions: { code: 'NOT_FOUND' } },
    ]);
  });
});
