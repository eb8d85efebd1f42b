import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { InvalidConfiguration } from '../../src/domain/errors';
import { readManifest } from '../../src/server/documents/readManifest';
import { useDatabase } from '../support/database';
import { JSON_BODY, type TestServer, startTestServer } from './startTestServer';

const database = useDatabase();

const sha256 = (document: string): string => createHash('sha256').update(document).digest('hex');
const query = (asOf: string): string => `{ etf(symbol: "IWM", asOf: "${asOf}") { symbol name } }`;
const PAST = query('2024-06-28');
const TODAY = '{ etf(symbol: "IWM") { symbol } }';

const folder = mkdtempSync(join(tmpdir(), 'catalyst-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

function manifest(content: unknown): string {
  const path = join(folder, `${sha256(JSON.stringify(content))}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What a client sends of a document by its hash, with its text or without. */
const byHash = (hash: unknown, document?: string, version = 1) => ({ ...(document === undefined ? {} : { query: document }), extensions: { persistedQuery: { version, sha256Hash: hash } } });

const post = (server: TestServer, body: object) => server.request('/graphql', { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) });

const get = (server: TestServer, hash: string) => server.request(addressOf({ address: '' }, hash), { headers: { 'apollo-require-preflight': '1' } });

/** As a cache does it; `fetch` would ask for no cached answer on its own account. */
async function getAgain(server: TestServer, hash: string, etag: string): Promise<readonly unknown[]> {
  const asked = request(addressOf(server, hash), { headers: { 'apollo-require-preflight': '1', 'if-none-match': etag } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return [answer.statusCode, await text(answer), answer.headers.etag];
}

const addressOf = ({ address }: Pick<TestServer, 'address'>, hash: string): string =>
  `${address}/graphql?extensions=${encodeURIComponent(JSON.stringify(byHash(hash).extensions))}`;

const codeOf = ({ body }: Awaited<ReturnType<typeof post>>) => body.errors?.[0]?.extensions.code;

describe('a document that is named by its hash', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer(database().url)));

  it('is not found until somebody brought it, and is from then on', async () => {
    const document = query('2024-06-27');
    expect(codeOf(await post(server, byHash(sha256(document))))).toBe('PERSISTED_QUERY_NOT_FOUND');
    const { body } = await post(server, byHash(sha256(document), document));
    expect(body.data).toEqual({ etf: { symbol: 'IWM', name: 'iShares Russell 2000 ETF' } });
    expect((await post(server, byHash(sha256(document)))).body).toEqual(body);
  });

  it('is not kept where it is wrong', async () => {
    const document = '{ etf(symbol: "IWM") { nothing } }';
    expect(codeOf(await post(server, byHash(sha256(document), document)))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(codeOf(await post(server, byHash(sha256(document))))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it.each([
    ['the hash of another', byHash(sha256('other'), PAST)],
    ['a hash of another version of the protocol', byHash(sha256(PAST), PAST, 2)],
    ['a hash in a form of its own', { query: PAST, extensions: { persistedQuery: 'yes' } }],
  ])('is refused with %s', async (_, body) => {
    const answer = await post(server, body);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each([[5], [''], ['apq:'], ['x'.repeat(10_000)], [{ a: 1 }], [null]])('is nowhere by what is no hash: %j', async (hash) => {
    expect(codeOf(await post(server, byHash(hash)))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('the answer to a GET of a document by its hash', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(database().url, { HTTP_MAX_AGE_S: '60', TRUSTED_DOCUMENTS: manifest({ [sha256(PAST)]: PAST, [sha256(TODAY)]: TODAY, [sha256('{ etf(symbol: "NO") { symbol } }')]: '{ etf(symbol: "NO") { symbol } }' }) });
  });

  it('may be held for a while where it is about past days, and costs no body where it still holds', async () => {
    const first = await get(server, sha256(PAST));
    expect([first.status, first.body.data, first.headers.get('cache-control'), first.headers.get('vary')]).toEqual([
      ...[200, { etf: { symbol: 'IWM', name: 'iShares Russell 2000 ETF' } }, 'public, max-age=60', 'accept'],
    ]);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    expect(await getAgain(server, sha256(PAST), etag)).toEqual([304, '', etag]);
    expect(await getAgain(server, sha256(PAST), 'W/"another"')).toEqual([200, first.text, etag]);
  });

  it('is to be asked for again where it is about today', async () => {
    const { headers } = await get(server, sha256(TODAY));
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['public, no-cache', expect.stringMatching(/^W/)]);
  });

  it('is never held where it has errors', async () => {
    const { status, headers } = await get(server, sha256('{ etf(symbol: "NO") { symbol } }'));
    expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([200, 'no-store', null]);
  });

  it('is not marked where it was posted', async () => {
    const { headers } = await post(server, byHash(sha256(PAST)));
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, null]);
  });
});

describe('a server that trusts a list', () => {
  let server: TestServer;
  beforeAll(async () => {
    const list = { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: sha256(PAST), name: 'Past', type: 'query', body: PAST }] };
    server = await startTestServer(database().url, { TRUSTED_DOCUMENTS: manifest(list), TRUSTED_ONLY: 'true' });
  });

  it('answers its documents, by hash and in full', async () => {
    const answers = [await post(server, byHash(sha256(PAST))), await get(server, sha256(PAST)), await post(server, { query: PAST })];
    for (const { status, body } of answers) expect([status, body.data]).toEqual([200, { etf: { symbol: 'IWM', name: 'iShares Russell 2000 ETF' } }]);
  });

  it('answers nothing else, and keeps none that is brought', async () => {
    for (const body of [{ query: TODAY }, byHash(sha256(TODAY), TODAY), { query: '{ __schema { types { name } } }' }]) {
      const answer = await post(server, body);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'DOCUMENT_NOT_TRUSTED']);
    }
    expect(codeOf(await post(server, byHash(sha256(TODAY))))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('a list of trusted documents', () => {
  it.each([
    ['that is nowhere', join(folder, 'nowhere.json')],
    ['that is no JSON', manifest('{')],
    ['with a hash that is no SHA-256', manifest({ abc: PAST })],
    ['with the hash of another document', manifest({ [sha256('other')]: PAST })],
    ['of another shape', manifest([PAST])],
  ])('%s is refused with what was expected', (_, path) => {
    expect(() => readManifest(path)).toThrow(InvalidConfiguration);
    expect(() => readManifest(path)).toThrow(/^TRUSTED_DOCUMENTS: expected a JSON file of documents by their SHA-256/);
  });
});
