import { useDatabase } from '../support/database';
import { endAll, prepareToServe, serve } from './catalystProcess';
import { JSON_BODY } from './startTestServer';

const database = useDatabase();

const REQUESTS: readonly (readonly [string, RequestInit])[] = [
  ['/graphql', { method: 'POST', headers: JSON_BODY, body: '{"query":"{ etf(symbol: \\"IWM\\") { symbol nothing } }"}' }],
  ['/graphql', { method: 'POST', headers: JSON_BODY, body: '{"query":"{ etf(symbol: \\"NONE\\") { symbol } }"}' }],
  ['/graphql', { method: 'POST', headers: JSON_BODY, body: '{"query":"{ etf("}' }],
  ['/graphql', { method: 'POST', headers: JSON_BODY, body: '{"query":"{ __schema { queryType { name } } }"}' }],
  ['/graphql', { method: 'POST', headers: JSON_BODY, body: '{' }],
  ['/graphql', { headers: { accept: 'text/html' } }],
  ['/graphql?query={__typename}', {}],
  ['/', { headers: { accept: 'text/html' } }],
  ['/ready', {}],
];

describe('NODE_ENV', () => {
  beforeAll(() => prepareToServe(database().db));
  afterEach(endAll);

  async function answersUnder(environment: string): Promise<readonly unknown[]> {
    const catalyst = serve({ DATABASE_URL: database().url, NODE_ENV: environment });
    const address = await catalyst.address();
    const answers = [];
    for (const [path, init] of REQUESTS) {
      const response = await fetch(`${address}${path}`, init);
      answers.push([response.status, response.headers.get('content-type'), await response.text()]);
    }
    catalyst.kill('SIGTERM');
    await catalyst.ended;
    return answers;
  }

  it('changes no answer, whatever it is', async () => {
    const [production, ...others] = await Promise.all(['production', 'development', 'test', ''].map(answersUnder));

    expect(production?.map((answer) => (answer as readonly unknown[])[0])).toEqual([400, 200, 400, 200, 400, 400, 400, 404, 200]);
    for (const answers of others) expect(answers).toEqual(production);
  });
});
