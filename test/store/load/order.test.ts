import { isoDate } from '../../../src/domain/isoDate';
import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { type Circumstances, aLine, aReport, decimal, load } from './invented';
import { naturalRows } from './tables';

const database = useDatabase();

/** Two days, a correction of the first that was downloaded a week later, and another fund that names the same things. */
const files: readonly (readonly [ReturnType<typeof aReport>, Circumstances])[] = [
  [aReport({ lines: [aLine(), aLine({ ticker: 'KAR', name: 'AUCTION YARD INC', marketValue: decimal('50') })] }), {}],
  [aReport({ lines: [aLine({ marketValue: decimal('90') }), aLine({ ticker: 'ELSE', name: 'SOMETHING ELSE INC' })] }), { knownOn: '2025-03-10' }],
  [aReport({ observedOn: isoDate('2026-01-20'), lines: [aLine({ ticker: 'OPLN', name: 'OPEN LANE INC', sector: 'Industrials' })] }), {}],
  [aReport({ fund: 'MINE', fundName: 'My own', observedOn: isoDate('2025-06-02'), lines: [aLine({ name: 'QUARRY HILL' })] }), { knownOn: '2025-06-05' }],
];

const DAYS = ['2025-03-04', '2025-03-10', '2025-06-05', '2026-01-21', '2026-11-02'];

const standings = DAYS.flatMap((asOf) => ['ANY', 'PROVEN'].map((knowledge) => ({ asOf, knowledge })));

/** Ids and cursors are asked for too: they hold natural keys only, and tell nothing of who came first. */
const QUESTION = `
  query ($asOf: Date!, $knowledge: Knowledge!) {
    etfs(filter: { symbols: ["IWM", "MINE"] }, asOf: $asOf, knowledge: $knowledge) {
      edges {
        cursor
        node {
          id name
          snapshot {
            id observedOn knownOn knownOnBasis provenOn totalMarketValue source { sha256 }
            holdings { edges { cursor node { id line weight security { id key symbol name sector heldBy { totalCount } } } } }
          }
        }
      }
    }
    security(symbol: "OPLN", asOf: $asOf, knowledge: $knowledge) { id name heldBy { nodes { id } } }
  }`;

/** Serial numbers go on: two orders have none in common, so an answer that held one would differ. */
const EMPTY = `
  TRUNCATE load, source_document, security, company CASCADE;
  DELETE FROM fund WHERE symbol = 'MINE'`;

async function answers(order: readonly number[]): Promise<unknown> {
  const { db } = database();
  await db.query(EMPTY);
  for (const n of order) {
    const [report, circumstances] = files[n] ?? noSuch(n);
    expect(await load(db, [report], circumstances)).toMatchObject({ outcome: 'ADDED' });
  }
  const given: unknown[] = [];
  for (const standing of standings) {
    const { data, errors } = (await ask(db, QUESTION, standing)).result;
    given.push({ ...standing, data, errors });
  }
  const rows = await naturalRows(db);
  expect(rows.holding).toHaveLength(6);
  return { given, rows };
}

describe('four files, one of them a dated correction, loaded', () => {
  const [inOrder = [], ...others] = permutationsOf([0, 1, 2, 3]);
  let expected: unknown;
  beforeAll(async () => {
    expected = await answers(inOrder);
  });

  it.each(others.map((order) => [order.join(', '), order] as const))('in the order %s give the same answers', async (_, order) => {
    expect(await answers(order)).toEqual(expected);
  });
});

function permutationsOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutationsOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

function noSuch(n: number): never {
  throw new RangeError(`There is no ${n}.`);
}
