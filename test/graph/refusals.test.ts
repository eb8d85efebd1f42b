import { ask } from '../support/ask';
import { useDatabase } from '../support/database';

const database = useDatabase();

/** What came of an operation that must be refused as a whole. */
async function refusal(query: string, variables: Readonly<Record<string, unknown>> = {}, maxCost = 1_000_000) {
  const { result, statements } = await ask(database().db, query, variables, { maxCost });
  expect({ data: result.data, statements }).toEqual({ data: undefined, statements: [] });
  return (result.errors ?? []).map(({ message, path, extensions }) => ({ message, path, code: extensions.code }));
}

describe('before any SQL, an operation is refused', () => {
  it.each([
    ['etf(symbol: "IWM") { holdings(first: 3001) { totalCount } }', 'etf.holdings', 3001, 3000],
    ['etf(symbol: "IWM") { holdings(first: -1) { totalCount } }', 'etf.holdings', -1, 3000],
    ['etf(symbol: "IWM") { now: snapshot { all: holdings(first: 4000) { totalCount } } }', 'etf.now.all', 4000, 3000],
    ['a: etfs(first: 101) { totalCount }', 'a', 101, 100],
    ['security(symbol: "A") { heldBy(first: 101) { totalCount } }', 'security.heldBy', 101, 100],
  ])('whose page is too large or less than nothing: %s', async (field, path, first, cap) => {
    expect(await refusal(`{ ${field} }`)).toEqual([
      { message: `'first' of ${path} is ${first}: expected 0 to ${cap}.`, path: undefined, code: 'BAD_USER_INPUT' },
    ]);
  });

  it('whose page comes too large from a variable', async () => {
    const [error] = await refusal('query ($first: Int) { etfs(first: $first) { totalCount } }', { first: 2_000_000_000 });
    expect(error).toMatchObject({ message: "'first' of etfs is 2000000000: expected 0 to 100.", code: 'BAD_USER_INPUT' });
  });

  it('that stands in the future, at the field that does', async () => {
    const query = '{ etfs { totalCount } later: etf(symbol: "IWM", asOf: "2026-11-21") { name } }';
    expect(await refusal(query)).toEqual([
      { message: 'asOf 2026-11-21 lies in the future: today is 2026-11-20.', path: ['later'], code: 'BAD_USER_INPUT' },
    ]);
  });

  it.each(['2024-02-30', '2024-2-3', '20240203', '2024-02-03T00:00:00Z', 'today', '', 20240203, 1.5, true])('whose date is %p', async (asOf) => {
    const [error] = await refusal('query ($asOf: Date) { etf(symbol: "IWM", asOf: $asOf) { name } }', { asOf });
    expect(error?.message).toContain('"$asOf"');
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('whose date, written out, is none', async () => {
    await expect(ask(database().db, '{ etf(symbol: "IWM", asOf: "2024-02-30") { snapshot(on: "yesterday") { age } } }')).rejects.toThrow(
      /found "2024-02-30".*found "yesterday"/s,
    );
  });

  it('that holds a text which Postgres cannot', async () => {
    const message = expect.stringContaining('U+0000') as string;
    const asked = 'query ($text: String!) { etf(symbol: $text) { name } }';
    expect(await refusal(asked, { text: 'I\0WM' })).toEqual([{ message, path: ['etf'], code: 'BAD_USER_INPUT' }]);
    expect(await refusal(asked, { text: '\udc00' })).toEqual([{ message, path: ['etf'], code: 'BAD_USER_INPUT' }]);
    const filter = 'query ($text: String!) { etf(symbol: "IWM") { holdings(filter: { symbols: ["A", $text] }) { totalCount } } }';
    expect(await refusal(filter, { text: 'A\0' })).toEqual([{ message, path: ['etf', 'holdings'], code: 'BAD_USER_INPUT' }]);
  });

  it('that lacks a variable, or gives it something else', async () => {
    const query = 'query ($symbol: String!) { etf(symbol: $symbol) { name } }';
    expect(await refusal(query)).toHaveLength(1);
    expect(await refusal(query, { symbol: 7 })).toHaveLength(1);
  });

  it('that costs more than the limit', async () => {
    const query = '{ etf(symbol: "IWM") { holdings(first: 10) { nodes { weight } } } }';
    const message = 'This operation may return 13 values; the limit is 12. Ask for fewer items or fields.';
    expect(await refusal(query, {}, 12)).toEqual([{ message, path: undefined, code: 'QUERY_TOO_COMPLEX' }]);
    const { result, statements } = await ask(database().db, query, {}, { maxCost: 13 });
    expect({ data: result.data, count: statements.length }).toEqual({ data: { etf: { holdings: null } }, count: 1 });
  });
});
