import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { loadMarket } from './whole/market';

const database = useDatabase();

const KEYS = ['mag7-earnings-surprise', 'mag7-growth-gap', 'mag7-valuation', 'small-cap-earnings-acceleration'];

beforeAll(async () => {
  await loadMarket(database().db);
}, 120_000);

describe('signals of companies', () => {
  it('lead from their evidence to the facts in the graph, as known then', async () => {
    const { signals } = await dataOf<{ signals: readonly { key: string; score: number | null; evidence: readonly { label: string; value: number; node: Readonly<Record<string, unknown>> | null }[] }[] }>(
      database().db,
      `query ($keys: [String!]) { signals(keys: $keys, asOf: "2024-07-12") { key score evidence { label value node {
        __typename id ... on Earnings { sue netIncome } ... on EarningsEstimate { surprise } ... on CompanyFact { factValue: value } ... on ClosingPrice { closeValue: value } } } } }`,
      { keys: KEYS },
    );
    const types = new Set<unknown>();
    for (const { score, evidence } of signals) {
      expect(score).not.toBeNull();
      for (const { label, value, node } of evidence) {
        expect({ label, isThere: node !== null }).toEqual({ label, isThere: true });
        types.add(node?.__typename);
        if (label.startsWith('SUE')) expect(value).toBeCloseTo(node?.sue as number, 9);
        if (label.startsWith('surprise')) expect(value).toBeCloseTo(node?.surprise as number, 9);
        if (label.startsWith('net income') && !label.includes('over four')) expect(value).toBeCloseTo(node?.netIncome as number, 9);
        if (label.startsWith('shares')) expect(value).toBeCloseTo(node?.factValue as number, 9);
        if (label.includes('as traded')) expect(value).toBeCloseTo(node?.closeValue as number, 9);
      }
    }
    expect([...types].sort()).toEqual(['ClosingPrice', 'CompanyFact', 'Earnings', 'EarningsEstimate', 'Snapshot']);
  });
});
