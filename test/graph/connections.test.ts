import { ask, dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { aFund, aSnapshot } from '../support/rows';

const database = useDatabase();

const WEIGHTS = [0.2, 0.1, 0.2, -0.01, 0.1, 0, 0.3, 0.1, 0.005, 0, 0.005];
const SHARES = [10, null, 9, -3, 10, null, 100, 0, 9.5, null, 10];
const LINES = WEIGHTS.map((weight, i) => ({ line: i + 1, weight, shares: SHARES[i] ?? null }));

beforeAll(async () => {
  const { db } = database();
  const rows = LINES.map(({ line, weight, shares }) => ({
    ...{ security: `EQUITY ${line % 4}`, symbol: `S${line % 4}`, sector: line % 2 === 0 ? 'Even' : 'Odd' },
    ...{ weight: String(weight), shares: shares === null ? null : String(shares) },
  }));
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', lines: rows });
  for (const symbol of ['Z1', 'a1', 'é1']) {
    await aFund(db, { symbol, issuer: 'Bytes' });
    await aSnapshot(db, { fund: symbol, observedOn: '2024-06-28', lines: rows.slice(0, 2) });
  }
});

interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
  readonly totalCount: number;
}

const page = (node: string): string => `{ edges { cursor node { ${node} } } nodes { ${node} }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;

/** All items of a connection, page by page; each page must say truly where it stands. */
async function paged<Node>(ask: (after: string | null) => Promise<Page<Node>>, size: number): Promise<readonly Node[]> {
  const all: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, nodes, pageInfo, totalCount }: Page<Node> = await ask(after);
    all.push(...nodes);
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(pageInfo).toEqual({
      hasPreviousPage: after !== null,
      hasNextPage: all.length < totalCount,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    });
    expect(nodes.length).toBe(Math.min(size, nodes.length + totalCount - all.length));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return all;
  }
}

const last = Number.POSITIVE_INFINITY;
const orders: Readonly<Record<string, (line: (typeof LINES)[number]) => number>> = {
  WEIGHT_DESC: ({ weight }) => -weight,
  WEIGHT_ASC: ({ weight }) => weight,
  SHARES_DESC: ({ shares }) => (shares === null ? last : -shares),
  SHARES_ASC: ({ shares }) => shares ?? last,
  LINE: ({ line }) => line,
};

describe('a connection', () => {
  const sizes = [1, 2, 3, 5, 10, 11, 12];

  it.each(Object.keys(orders).flatMap((order) => sizes.map((size) => [order, size] as const)))(
    'ordered by %s gives every row once and in order, %i a page',
    async (order, size) => {
      const query = `query ($after: String) { etf(symbol: "IWM") { holdings(orderBy: ${order}, first: ${size}, after: $after) ${page('line')} } }`;
      const ask = async (after: string | null) =>
        (await dataOf<{ etf: { holdings: Page<{ line: number }> } }>(database().db, query, { after })).etf.holdings;
      const rank = orders[order] ?? (() => 0);
      const expected = [...LINES].sort((a, b) => (rank(a) === rank(b) ? a.line - b.line : rank(a) - rank(b)));
      expect((await paged(ask, size)).map(({ line }) => line)).toEqual(expected.map(({ line }) => line));
    },
  );

  it.each(Object.keys(orders).flatMap((order) => sizes.map((size) => [order, size] as const)))(
    'ordered by %s gives every row once and in order from its end too, %i a page',
    async (order, size) => {
      const query = `query ($before: String) { etf(symbol: "IWM") { holdings(orderBy: ${order}, last: ${size}, before: $before) ${page('line')} } }`;
      const asked = async (before: string | null) =>
        (await dataOf<{ etf: { holdings: Page<{ line: number }> } }>(database().db, query, { before })).etf.holdings;
      const pages: (readonly number[])[] = [];
      for (let before: string | null = null; ; ) {
        const { nodes, pageInfo }: Page<{ line: number }> = await asked(before);
        pages.unshift(nodes.map(({ line }) => line));
        expect(pageInfo).toMatchObject({ hasNextPage: before !== null, hasPreviousPage: pages.flat().length < LINES.length });
        before = pageInfo.startCursor;
        if (!pageInfo.hasPreviousPage) break;
      }
      const rank = orders[order] ?? (() => 0);
      const expected = [...LINES].sort((a, b) => (rank(a) === rank(b) ? a.line - b.line : rank(a) - rank(b)));
      expect(pages.flat()).toEqual(expected.map(({ line }) => line));
    },
  );

  it.each([
    ['first: 1, last: 1', /first/],
    ['last: -1', /last/],
    ['last: 3001', /last/],
  ])('asked with %s is refused before any SQL', async (args, message) => {
    const { result, statements } = await ask(database().db, `{ etf(symbol: "IWM") { holdings(${args}) { totalCount } } }`);
    expect(result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(result.errors?.[0]?.message).toMatch(message);
    expect(statements).toEqual([]);
  });

  it.each(sizes)('of funds comes in the order of the bytes of their tickers, %i a page', async (size) => {
    const query = `query ($after: String) { etfs(filter: { issuers: ["Bytes", "State Street"] }, first: ${size}, after: $after) ${page('symbol')} }`;
    const ask = async (after: string | null) => (await dataOf<{ etfs: Page<{ symbol: string }> }>(database().db, query, { after })).etfs;
    const expected = ['SPY', 'Z1', 'a1', 'é1'];
    expect((await paged(ask, size)).map(({ symbol }) => symbol)).toEqual(expected);
  });

  it.each(sizes)("of a security's positions goes by weight, then fund, then line, %i a page", async (size) => {
    const query = `query ($after: String) { security(symbol: "S1") { heldBy(first: ${size}, after: $after) ${page('weight line snapshot { etf { symbol } }')} } }`;
    type Position = { readonly weight: number; readonly line: number; readonly snapshot: { readonly etf: { readonly symbol: string } } };
    const ask = async (after: string | null) =>
      (await dataOf<{ security: { heldBy: Page<Position> } }>(database().db, query, { after })).security.heldBy;
    const positions = (await paged(ask, size)).map(({ weight, line, snapshot }) => [weight, snapshot.etf.symbol, line]);
    expect(positions).toEqual([[0.2, 'IWM', 1], [0.2, 'Z1', 1], [0.2, 'a1', 1], [0.2, 'é1', 1], [0.1, 'IWM', 5], [0.005, 'IWM', 9]]);
  });

  it('counts and sums over all pages, and over what a filter leaves', async () => {
    const totals = '{ totalCount totalWeight totalMarketValue nodes { line } }';
    const query = `{ etf(symbol: "IWM") { all: holdings(first: 0) ${totals} odd: holdings(first: 2, orderBy: LINE, filter: { sectors: ["Odd"], minWeight: 0.005, maxWeight: 0.2 }) ${totals} } }`;
    expect(await dataOf(database().db, query)).toEqual({
      etf: {
        all: { totalCount: 11, totalWeight: 1, totalMarketValue: null, nodes: [] },
        odd: { totalCount: 5, totalWeight: 0.51, totalMarketValue: null, nodes: [{ line: 1 }, { line: 3 }] },
      },
    });
  });

  it('without rows has no cursors, and no pages before or after', async () => {
    const query = `{ etf(symbol: "IWM") { holdings(filter: { symbols: [] }) ${page('line')} } }`;
    const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(await dataOf(database().db, query)).toEqual({ etf: { holdings: { edges: [], nodes: [], pageInfo, totalCount: 0 } } });
  });
});

describe('a cursor', () => {
  const holdings = (args: string, root = ''): string => `{ etf(symbol: "IWM"${root}) { holdings(${args}) { nodes { line } } } }`;
  const cursorOf = async (args: string, root = ''): Promise<string> => {
    const query = `{ etf(symbol: "IWM"${root}) { holdings(${args}) { pageInfo { endCursor } } } }`;
    const { etf } = await dataOf<{ etf: { holdings: { pageInfo: { endCursor: string } } } }>(database().db, query);
    return etf.holdings.pageInfo.endCursor;
  };

  it('is good for a page of another size', async () => {
    const after = await cursorOf('first: 3, orderBy: LINE');
    expect(await dataOf(database().db, holdings(`first: 1, orderBy: LINE, after: "${after}"`))).toEqual({ etf: { holdings: { nodes: [{ line: 4 }] } } });
  });

  it.each([
    ['another order', 'first: 1, orderBy: WEIGHT_ASC', ''],
    ['another filter', 'first: 1, filter: { minWeight: 0.1 }', ''],
    ['another date', 'first: 1', ', asOf: "2024-07-01"'],
    ['another kind of knowledge', 'first: 1', ', knowledge: PROVEN'],
  ])('of %s is refused before any SQL', async (_, args, root) => {
    const { result, statements } = await ask(database().db, holdings(`after: "${await cursorOf(args, root)}"`));
    expect(result.errors).toMatchObject([{ path: ['etf', 'holdings'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(result.errors?.[0]?.message).toMatch(/^'.*' is not a cursor of this field with these arguments and this date\.$/);
    expect({ data: result.data, statements }).toEqual({ data: undefined, statements: [] });
  });

  it('of another field is refused before any SQL', async () => {
    const { result, statements } = await ask(database().db, `{ etfs(after: "${await cursorOf('first: 1')}") { totalCount nodes { id } } }`);
    expect(result.errors).toMatchObject([{ path: ['etfs'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(statements).toEqual([]);
  });

  it.each<[string, (good: string) => string]>([
    ['nothing', () => ''],
    ['garbage', () => '🙂'],
    ['its mark alone', (good) => good.slice(0, 8)],
    ['no JSON', (good) => good.slice(0, 8) + encoded('[')],
    ['too few values', (good) => good.slice(0, 8) + encoded('["0.1"]')],
    ['too many values', (good) => good.slice(0, 8) + encoded('["0.1", "1", "2"]')],
    ['a word for a number', (good) => good.slice(0, 8) + encoded('["NaN", "1"]')],
    ['a number that is no text', (good) => good.slice(0, 8) + encoded('[0.1, 1]')],
    ['null where no value is missing', (good) => good.slice(0, 8) + encoded('[null, "1"]')],
    ['a line beyond all integers', (good) => good.slice(0, 8) + encoded('["0.1", "99999999999"]')],
    ['SQL', (good) => good.slice(0, 8) + encoded(`["0.1", "1); DROP TABLE load; --"]`)],
  ])('that holds %s is refused before any SQL', async (_, forge) => {
    const { result, statements } = await ask(database().db, holdings(`after: "${forge(await cursorOf('first: 1'))}"`));
    expect(result.errors).toMatchObject([{ path: ['etf', 'holdings'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(statements).toEqual([]);
  });

  it('goes on below nodes of one date, and is refused below nodes of several', async () => {
    const { db } = database();
    const id = (asOf: string) => Buffer.from(JSON.stringify(['Etf', asOf, 'ANY', 'IWM'])).toString('base64url');
    const after = await cursorOf('first: 10, orderBy: LINE', ', asOf: "2024-07-01"');
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Etf { holdings(orderBy: LINE, after: "${after}") { nodes { line } } } } }`;
    expect(await dataOf(db, query, { ids: [id('2024-07-01')] })).toEqual({ nodes: [{ holdings: { nodes: [{ line: 11 }] } }] });
    const { result, statements } = await ask(db, query, { ids: [id('2024-07-01'), id('2024-07-02')] });
    expect(result.errors).toMatchObject([{ path: ['nodes', 'holdings'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(statements).toEqual([]);
  });
});

const encoded = (text: string): string => Buffer.from(text).toString('base64url');
