import { JSON_BODY } from './startTestServer';
import { useServer } from './useServer';

const server = useServer();
const LONG = 'x'.repeat(90_000);

describe('what an answer repeats of its request', () => {
  it.each([
    ['a literal', `{ etf(symbol: ${'['.repeat(450)}"y"${']'.repeat(450)}) { symbol } }`, {}],
    ['a variable of the wrong kind', 'query ($s: String!) { etf(symbol: $s) { symbol } }', { s: [LONG] }],
    ['a name that is not there', 'query ($s: String!) { etf(symbol: $s) { symbol } }', { s: LONG }],
    ['a name that is no enum’s', 'query ($k: Knowledge!) { etf(symbol: "IWM", knowledge: $k) { symbol } }', { k: LONG }],
    ['an id that is none', 'query ($id: ID!) { node(id: $id) { id } }', { id: LONG }],
    ['a cursor that is none', 'query ($after: String) { etfs(after: $after) { totalCount } }', { after: LONG }],
    ['a day that is none', 'query ($day: Date) { etfs(asOf: $day) { totalCount } }', { day: LONG }],
    ['a field that is not there', `{ ${LONG} }`, {}],
    ['a type that is not there', `query ($a: ${LONG}) { etf(symbol: $a) { symbol } }`, {}],
  ])('is cut short: %s', async (_, query, variables) => {
    const { text, body } = await server().ask(query, variables);

    expect(body.errors?.[0]?.extensions.code).not.toBe('INTERNAL');
    expect(text.length).toBeLessThan(1_500);
  });

  it('is cut short: an operation’s name', async () => {
    const body = JSON.stringify({ query: 'query A { __typename }', operationName: LONG });
    const answer = await server().request('/graphql', { method: 'POST', headers: JSON_BODY, body });

    expect(answer.body.errors?.[0]?.extensions.code).not.toBe('INTERNAL');
    expect(answer.text.length).toBeLessThan(1_000);
  });
});

describe('wrong variables', () => {
  it('are told of at most 5 times, without a guess at what was meant', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `$v${i}`);
    const query = `query (${names.map((name) => `${name}: Knowledge!`).join(' ')}) {
      ${names.map((name, i) => `a${i}: etf(symbol: "IWM", knowledge: ${name}) { symbol }`).join(' ')} }`;
    const { status, text, body } = await server().ask(query, Object.fromEntries(names.map((name) => [name.slice(1), 'ANNY'])));

    expect(status).toBe(400);
    expect(body.errors).toHaveLength(6);
    expect(body.errors?.[0]).toMatchObject({
      message: 'Variable "$v0" got invalid value "ANNY"; Value "ANNY" does not exist in "Knowledge" enum.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(text).not.toMatch(/did you mean/i);
  });

  it.each([
    ['null for a @skip that has a default', 'query ($skip: Boolean = true) { etf(symbol: "IWM") @skip(if: $skip) { symbol } }', { skip: null }],
    ['null for a field’s argument that has a default', 'query ($s: String = "IWM") { etf(symbol: $s) { symbol } }', { s: null }],
    ['a page below nothing', 'query ($first: Int) { etfs(first: $first) { totalCount } }', { first: -1 }],
    ['no value at all', 'query ($s: String!) { etf(symbol: $s) { symbol } }', {}],
  ])('are the request’s fault: %s', async (_, query, variables) => {
    const { status, body } = await server().ask(query, variables);

    expect([status, body.data, body.errors?.[0]?.extensions.code]).toEqual([400, undefined, 'BAD_USER_INPUT']);
  });
});
