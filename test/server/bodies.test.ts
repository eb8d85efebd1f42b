import { gzipSync } from 'node:zlib';
import { JSON_BODY } from './startTestServer';
import { useServer } from './useServer';

const server = useServer();

const QUERY = JSON.stringify({ query: '{ __typename }' });
const padded = (length: number): string => QUERY.padEnd(length, ' ');
const post = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  server().request('/graphql', { method: 'POST', headers: { ...JSON_BODY, ...headers }, body: new Uint8Array(Buffer.from(body)) });

describe('a body', () => {
  it.each<[string, number, string | Buffer, Record<string, string>]>([
    ['malformed JSON', 400, '{"query": ', {}],
    ['JSON that is no object', 400, '"{ __typename }"', {}],
    ['nothing', 400, '', {}],
    ['an object without a query', 400, '{"variables": {}}', {}],
    ['a query that is no text', 400, '{"query": {"kind": "Document"}}', {}],
    ['variables that are no object', 400, '{"query": "{ __typename }", "variables": [1]}', {}],
    ['variables as text', 400, '{"query": "{ __typename }", "variables": "{}"}', {}],
    ['extensions that are no object', 400, '{"query": "{ __typename }", "extensions": [1]}', {}],
    ['an operation’s name that is no text', 400, '{"query": "{ __typename }", "operationName": {}}', {}],
    ['several operations at once', 400, `[${QUERY},${QUERY}]`, {}],
    ['several operations at once that are one', 400, `[${QUERY}]`, {}],
    ['another charset', 415, QUERY, { 'content-type': 'application/json; charset=latin1' }],
    ['another encoding', 415, QUERY, { 'content-encoding': 'compress' }],
    ['gzip that is none', 400, QUERY, { 'content-encoding': 'gzip' }],
    ['gzip that breaks off', 400, gzipSync(QUERY).subarray(0, 20), { 'content-encoding': 'gzip' }],
    ['another type that no form sends', 400, QUERY, { 'content-type': 'application/xml' }],
    ['more than 100 kB', 413, padded(102_401), {}],
    ['gzip of more than 100 kB', 413, gzipSync(padded(10_000_000)), { 'content-encoding': 'gzip' }],
  ])('is refused, in JSON and as the request’s fault, where it is %s', async (_, expected, body, headers) => {
    const answer = await post(body, headers);

    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect([answer.status, answer.body.data, answer.body.errors?.length]).toEqual([expected, undefined, 1]);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_REQUEST' });
  });

  it('is read up to its last byte of 100 kB, zipped too', async () => {
    expect((await post(padded(102_400))).body.data).toEqual({ __typename: 'Query' });
    expect((await post(gzipSync(padded(102_400)), { 'content-encoding': 'gzip' })).body.data).toEqual({ __typename: 'Query' });
  });

  it('may be as deep as it is long', async () => {
    const depth = 30_000;
    const answer = await post(`{"query": "query ($a: String!) { etf(symbol: $a) { symbol } }",
      "variables": {"a": ${'['.repeat(depth)}${']'.repeat(depth)}}}`);

    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect((await server().request('/live')).status).toBe(200);
  });
});

describe('an address', () => {
  it.each([
    ['two queries', 'query={__typename}&query={__typename}'],
    ['variables that are no JSON', 'query={__typename}&variables={'],
    ['extensions that are no object', 'query={__typename}&extensions=[]'],
    ['nothing', ''],
  ])('is refused where it holds %s', async (_, search) => {
    const { status, body } = await server().request(`/graphql?${search}`, { headers: { 'apollo-require-preflight': '1' } });

    expect([status, body.errors?.[0]?.extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
  });
});
