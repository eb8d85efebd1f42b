import { isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { histories } from '../../src/evaluation/histories';
import { readingsOnDays } from '../../src/evaluation/readingsOnDays';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import { signalByKey } from '../../src/signals/signals';
import { Reader } from '../../src/store/Reader';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { loadCompanyMarket, loadLaterCompanies } from './companyMarket';

const database = useDatabase();
const read = (statement: Parameters<Reader['read']>[0]) => new Reader(database().db).read(statement);

const KEYS = ['mag7-earnings-surprise', 'mag7-growth-gap', 'mag7-valuation', 'small-cap-earnings-acceleration'];
const definitions = KEYS.map(signalByKey);
const SESSIONS = sessionsEvery(Every.WEEK, isoDate('2024-04-05'), isoDate('2024-07-31'));
const PLANTED = isoDate('2024-08-01');

beforeAll(async () => {
  await loadCompanyMarket(database().db);
  await database().db.query('ANALYZE');
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

  it('are not changed by one bit, on any day, by what becomes known later: a filing, a report, a close, a split, holdings', async () => {
    // The later day is asked for too, so that what is known on it is at hand.
    const told = async (knowledge: Knowledge) => {
      const readings = [...(await readingsOnDays(read, definitions, [...SESSIONS, PLANTED], knowledge))].filter(([day]) => day !== PLANTED);
      return JSON.stringify([...(await histories(read, definitions, SESSIONS, knowledge)), ...readings]);
    };
    const onThatDay = async () => (await readingsOnDays(read, definitions, [PLANTED], Knowledge.ANY)).get(PLANTED) ?? [];
    const [before, proven, without] = [await told(Knowledge.ANY), await told(Knowledge.PROVEN), await onThatDay()];
    for (const [, readings] of await readingsOnDays(read, definitions, SESSIONS.slice(-4), Knowledge.ANY)) readings.forEach(({ key, score }) => expect({ key, isScored: score !== null }).toEqual({ key, isScored: true }));

    await loadLaterCompanies(database().db, PLANTED);
    expect(await told(Knowledge.ANY)).toBe(before);
    expect(await told(Knowledge.PROVEN)).toBe(proven);
    const after = await onThatDay();
    KEYS.forEach((key, n) => expect({ key, isSame: after[n]?.value === without[n]?.value }).toEqual({ key, isSame: false }));
  });
});
