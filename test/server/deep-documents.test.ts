import { spawnSync } from 'node:child_process';
import { getIntrospectionQuery } from 'graphql';
import { MAX_TOKENS } from '../../src/server/limits';
import { useServer } from './useServer';

const server = useServer();
const nested = (open: string, count: number, inner = '', close = ''): string => open.repeat(count) + inner + close.repeat(count);

describe('a document of very many tokens', () => {
  it.each([
    ['5,000 nested lists', `{ etf(symbol: ${nested('[', 5_000, '1', ']')}) { symbol } }`],
    ['5,000 nested objects', `{ etfs(filter: ${nested('{a:', 5_000, '1', '}')}) { totalCount } }`],
    ['5,000 nested selections', `{ ${nested('a{', 5_000, 'b', '}')} }`],
    ['5,000 nested types', `query ($a: ${nested('[', 5_000, 'Int', ']')}) { __typename }`],
    ['5,000 nested lists that are not closed', `{ etf(symbol: ${nested('[', 5_000)}`],
    ['5,000 fields', `{ ${'__typename '.repeat(5_000)} }`],
    ['90,000 characters without an end', '{a'.repeat(45_000)],
  ])('is refused by its syntax: %s', async (_, query) => {
    const { status, text, body } = await server().ask(query);

    expect([status, body.errors?.length, body.errors?.[0]?.extensions.code]).toEqual([400, 1, 'GRAPHQL_PARSE_FAILED']);
    expect(body.errors?.[0]?.message).toMatch(/more tha[nt] 1000 tokens/);
    expect(text.length).toBeLessThan(300);
  });
});

describe('a document of as many tokens as are allowed', () => {
  it.each([
    ['450 nested lists', `{ etf(symbol: ${nested('[', 450, '1', ']')}) { symbol } }`],
    ['240 nested objects', `{ etfs(filter: ${nested('{a:', 240, '1', '}')}) { totalCount } }`],
    ['330 nested selections', `{ ${nested('a{', 320, 'b', '}')} }`],
    ['450 nested types', `query ($a: ${nested('[', 450, 'Int', ']')}) { __typename }`],
    ['900 nested lists that are not closed', `{ etf(symbol: ${nested('[', 900)}`],
  ])('is refused in few words: %s', async (_, query) => {
    const { status, text, body } = await server().ask(query);

    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions.code).toMatch(/^GRAPHQL_/);
    expect(text.length).toBeLessThan(1_000);
  });

  it('is answered where it asks 300 levels deep', async () => {
    const { body } = await server().ask(`{ etf(symbol: "IWM") { ${nested('snapshot{etf{', 150, 'symbol', '}}')} } }`);

    expect(body).toMatchObject({ data: { etf: { snapshot: null } } });
  });

  it('is answered where it is the standard introspection query, or a page long', async () => {
    const fields = 'symbol name issuer index { code name provider } snapshot { observedOn knownOn }'.split(' ').join('\n');
    const page = `query Page($day: Date) {\n${['a', 'b', 'c', 'd'].map((key) => `${key}: etf(symbol: "IWM", asOf: $day) {\n${fields}\n}`).join('\n')}\n}`;

    expect(page.split('\n').length).toBeGreaterThanOrEqual(60);
    for (const query of [page, getIntrospectionQuery()]) expect((await server().ask(query)).body.errors).toBeUndefined();
  });

  it('leaves half of the parser’s stack free, were it nested at every token', () => {
    const parse = (depth: number) =>
      spawnSync(process.execPath, ['-e', `require('graphql').parse('{ a(b: ' + '['.repeat(${depth}) + '1' + ']'.repeat(${depth}) + ') }')`], {
        cwd: __dirname,
        encoding: 'utf8',
      }).stderr;

    expect(parse(1.5 * MAX_TOKENS)).toBe('');
    expect(parse(10 * MAX_TOKENS)).toMatch(/Maximum call stack size exceeded/);
  });
});
