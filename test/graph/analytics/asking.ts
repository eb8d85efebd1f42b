import type { DataSource } from 'typeorm';
import { funds } from '../../../src/domain/funds';
import { ask } from '../../support/ask';

type Json = Readonly<Record<string, unknown>>;

/** The field `answer` of a fund, which must cost one statement and no error. */
export async function answerOf<Answer = Json>(db: DataSource, fund: string, field: string, stand = ''): Promise<Answer> {
  const { result, statements } = await ask(db, `{ etf(symbol: "${fund}"${stand === '' ? '' : `, ${stand}`}) { answer: ${field} } }`);
  expect({ errors: result.errors, statements: statements.length }).toEqual({ errors: undefined, statements: 1 });
  return (result.data as { readonly etf: { readonly answer: Answer } }).etf.answer;
}

/** The field of twenty funds at once, which must be one statement for all of them, and give of each what it gives alone. */
export async function answersOfTwenty(db: DataSource, field: string): Promise<ReadonlyMap<string, unknown>> {
  const twenty = ['IWM', 'IVV', ...funds.map(({ symbol }) => symbol).filter((symbol) => symbol !== 'IWM' && symbol !== 'IVV'), ...MORE].slice(0, 20);
  await db.query('INSERT INTO fund (symbol, name) SELECT m, m FROM unnest($1::text[]) m ON CONFLICT DO NOTHING', [MORE]);
  const question = `query ($twenty: [String!]) { etfs(filter: { symbols: $twenty }) { nodes { symbol answer: ${field} } } }`;
  const { result, statements } = await ask(db, question, { twenty });
  expect({ errors: result.errors, statements: statements.length }).toEqual({ errors: undefined, statements: 1 });
  const { etfs } = result.data as { readonly etfs: { readonly nodes: readonly { readonly symbol: string; readonly answer: unknown }[] } };
  expect(etfs.nodes).toHaveLength(20);
  for (const { symbol, answer } of etfs.nodes) expect({ symbol, answer }).toEqual({ symbol, answer: await answerOf(db, symbol, field) });
  return new Map(etfs.nodes.map(({ symbol, answer }) => [symbol, answer]));
}

/** Funds beyond those that are shipped. */
const MORE = ['MORE1', 'MORE2', 'MORE3', 'MORE4'];

interface Failure {
  readonly code: unknown;
  readonly path: unknown;
}

interface Failed {
  readonly failures: readonly Failure[];
  readonly sent: number;
}

/** What went wrong, each with its code and place, and how many statements were sent. */
export async function failuresOf(db: DataSource, fund: string, field: string): Promise<Failed> {
  const { result, statements } = await ask(db, `{ etf(symbol: "${fund}") { answer: ${field} } }`);
  const failures = (result.errors ?? []).map(({ extensions, path }) => ({ code: extensions.code, path }));
  return { failures, sent: statements.length };
}

/** A bad argument is refused at its field, before any statement. */
export const REFUSED = { failures: [{ code: 'BAD_USER_INPUT', path: ['etf', 'answer'] }], sent: 0 };

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const IN_PAGES = 'totalCount pageInfo { hasNextPage endCursor }';

/**
 * All nodes of a connection, some at a time. Each must come once, and come again by its id; `pageOf` asks for one page, by
 * its arguments and what is asked of it.
 */
export async function allInPages<Node extends { readonly id: string }>(
  db: DataSource,
  type: string,
  selection: string,
  pageOf: (args: string, selected: string) => Promise<unknown>,
  size = 3,
): Promise<readonly Node[]> {
  const all: Node[] = [];
  for (let after = ''; ; ) {
    const args = `first: ${size}${after === '' ? '' : `, after: "${after}"`}`;
    const { nodes, totalCount, pageInfo } = (await pageOf(args, `${IN_PAGES} nodes { id ${selection} }`)) as Page<Node>;
    all.push(...nodes);
    if (pageInfo.hasNextPage) {
      expect(nodes).toHaveLength(size);
      after = pageInfo.endCursor ?? '';
      continue;
    }
    expect(all).toHaveLength(totalCount);
    break;
  }
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const { result } = await ask(db, `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${type} { ${selection} } } }`, { ids });
  expect(result).toMatchObject({ data: { nodes: all } });
  return all;
}

/** Numbers that were computed in floats may differ in the last digits. */
export const near = (number: number | null): unknown => (number === null ? null : expect.closeTo(number, 9));
