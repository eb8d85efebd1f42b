import { JSON_BODY } from './startTestServer';
import { useServer } from './useServer';

const server = useServer();

const QUERY = '{ etf(symbol: "IWM", asOf: "2024-06-28") { symbol } }';
const inAddress = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;

describe('GraphQL over HTTP', () => {
  it('answers a posted query with its data, the data version and the day that was meant', async () => {
    const { status, headers, body } = await server().ask(QUERY);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body).toEqual({
      data: { etf: { symbol: 'IWM' } },
      extensions: { data: { version: '0', asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string, isSettled: true } },
    });
  });

  it('takes variables and picks the named operation', async () => {
    const { body } = await server().request('/graphql', {
      method: 'POST',
      headers: JSON_BODY,
      body: JSON.stringify({
        query: 'query One { __typename } query Other($symbol: String!) { etf(symbol: $symbol) { symbol } }',
        operationName: 'Other',
        variables: { symbol: 'IVV' },
      }),
    });

    expect(body.data).toEqual({ etf: { symbol: 'IVV' } });
  });

  it('answers a GET that says it comes from no web form', async () => {
    const { status, body } = await server().request(inAddress(QUERY), { headers: { 'apollo-require-preflight': '1' } });

    expect([status, body.data]).toEqual([200, { etf: { symbol: 'IWM' } }]);
  });

  it.each([
    ['a plain GET', inAddress(QUERY), {}],
    ['a form', '/graphql', { method: 'POST', body: new URLSearchParams({ query: QUERY }) }],
    ['plain text', '/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: QUERY }) }],
    ['a post without a type', '/graphql', { method: 'POST', body: new Blob([JSON.stringify({ query: QUERY })]) }],
  ])('refuses %s, which any web page could make a browser send', async (_, path, init) => {
    const { status, body } = await server().request(path, init);

    expect([status, body.data, body.errors?.[0]?.extensions.code]).toEqual([400, undefined, 'BAD_REQUEST']);
    expect(body.errors?.[0]?.message).toMatch(/Cross-Site Request Forgery/);
  });

  it('answers in the type that a client of the GraphQL over HTTP draft accepts', async () => {
    const accept = 'application/graphql-response+json';
    const { headers } = await server().request('/graphql', {
      method: 'POST',
      headers: { ...JSON_BODY, accept },
      body: JSON.stringify({ query: QUERY }),
    });

    expect(headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
  });

  it('says 406 to a client that accepts nothing that it speaks', async () => {
    const headers = { ...JSON_BODY, accept: 'text/html' };
    const { status, body } = await server().request('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: QUERY }) });

    expect([status, body.errors?.[0]?.extensions.code]).toEqual([406, 'BAD_REQUEST']);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('says 405 to a %s, and what it takes', async (method) => {
    const { status, headers, body } = await server().request('/graphql', { method, headers: JSON_BODY, body: '{}' });

    expect([status, headers.get('allow'), body.errors?.[0]?.extensions.code]).toEqual([405, 'GET, POST', 'BAD_REQUEST']);
  });

  it.each(['/', '/graphql/deeper', '/%', '/playground/../nothing?query={__typename}'])('says 404 as JSON at %s', async (path) => {
    const { status, body } = await server().request(path);

    expect([status, body.errors?.[0]?.extensions.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('says nothing about what it is made of', async () => {
    const { headers } = await server().ask(QUERY);

    expect([headers.get('x-powered-by'), headers.get('server'), headers.get('etag')]).toEqual([null, null, null]);
  });
});

describe('an operation that is no query', () => {
  it.each([
    ['mutation { __typename }', /Only queries/],
    ['subscription { dataLoaded { __typename } }', /Only queries/],
    ['subscription { __typename }', /introspection/],
    ['{ a: __typename } query Two { __typename }', /operation/i],
    ['fragment F on Query { __typename }', /operation|never used/i],
    ['', /query/],
  ])('is refused as the request’s fault: %s', async (query, reason) => {
    const { status, body } = await server().ask(query);

    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toMatch(reason);
    expect(body.errors?.[0]?.extensions.code).not.toBe('INTERNAL');
  });
});
