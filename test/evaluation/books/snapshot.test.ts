import { addDays, isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { sessionBack } from '../../../src/domain/nyseCalendar';
import { snapshot } from '../../../src/evaluation/books/snapshot';
import type { NeedOf } from '../../../src/signals/inputs/Input';
import { holdingsOf } from '../../../src/store/reads/holdings';
import { snapshotAt } from '../../../src/store/reads/snapshots';
import { Reader } from '../../../src/store/Reader';
import type { Statement } from '../../../src/store/Reader';
import { sql } from '../../../src/store/sql';
import { useDatabase } from '../../support/database';
import { Random } from '../../support/Random';
import { aSnapshot } from '../../support/rows';
import { rowsOf } from '../../store/reads/asking';

const database = useDatabase();

const FUNDS = ['IVV', 'SPY'];
const DAYS = Array.from({ length: 40 }, (_, i) => addDays(isoDate('2024-01-10'), 9 * i));
const needs = FUNDS.flatMap((fund) => [0, 21].map((sessionsBack): NeedOf<'snapshot'> => ({ kind: 'snapshot', fund, sessionsBack, maxAge: 60 })));

beforeAll(async () => {
  const random = new Random(5);
  for (let i = 0; i < 24; i += 1) {
    const observedOn = addDays(isoDate('2024-01-02'), random.below(300));
    const lines = ['AAA', 'BBB', 'CCC'].filter(() => random.chance(0.8)).map((symbol) => ({ security: `EQUITY:${symbol}`, symbol, weight: `0.${random.below(9)}1` }));
    const cash = { security: 'CASH:-:US DOLLAR', assetClass: 'CASH', weight: '-0.01' };
    const knownOn = addDays(observedOn, random.pick([0, 1, 40]));
    await aSnapshot(database().db, { fund: random.pick(FUNDS), observedOn, knownOn, provenOn: addDays(knownOn, random.pick([0, 90])), lines: [...lines, cash] });
  }
});

async function opened(knowledge: Knowledge, statements: Statement[] = []) {
  const reader = new Reader(database().db);
  return snapshot.open((statement) => (statements.push(statement), reader.read(statement)), needs, DAYS, knowledge);
}

interface Line {
  readonly line: number;
  readonly weight: number;
}

describe('the holdings that signals see', () => {
  it.each(Object.values(Knowledge))('are under %s those of the snapshot that the graph tells, if it is not too old', async (knowledge) => {
    const on = await opened(knowledge);
    const found = new Set<string>();
    for (const asOf of DAYS) {
      for (const { fund, sessionsBack, maxAge } of needs) {
        const day = sessionsBack === 0 ? asOf : (sessionBack(asOf, sessionsBack) ?? asOf);
        const seen = on(asOf).snapshot(fund, sessionsBack, maxAge);
        const [newest] = await rowsOf<{ id: number; key: string; observed_on: string }>(database().db, snapshotBy(fund, day, asOf, knowledge));
        const expected = newest === undefined || newest.observed_on < addDays(day, -maxAge) ? null : newest;
        expect({ asOf, fund, key: seen?.key }).toEqual({ asOf, fund, key: expected?.key });
        if (expected === null || seen === null) continue;
        const lines = await rowsOf<Line>(database().db, sql`SELECT line, weight FROM (${holdingsOf(expected.id, {}, { asOf, knowledge })}) h ORDER BY line`);
        expect(seen.lines.map(({ line, weight }) => ({ line, weight }))).toEqual(lines);
        found.add(seen.key);
      }
    }
    expect(found.size).toBeGreaterThan(8);
  });

  it('tell shares by the listing of their closes, and cash by none', async () => {
    const on = await opened(Knowledge.ANY);
    const lines = DAYS.flatMap((asOf) => on(asOf).snapshot('IVV', 0, 60)?.lines ?? []);
    expect(new Set(lines.map(({ assetClass, listing, symbol }) => `${assetClass} ${listing ?? '-'} ${symbol ?? '-'}`))).toEqual(new Set(['EQUITY AAA AAA', 'EQUITY BBB BBB', 'EQUITY CCC CCC', 'CASH - -']));
  });

  it('take two statements for all days', async () => {
    const statements: Statement[] = [];
    await opened(Knowledge.ANY, statements);
    expect(statements).toHaveLength(2);
  });
});

/** The newest about a day or one before it, of what is known on another. */
const snapshotBy = (fund: string, day: string, asOf: (typeof DAYS)[number], knowledge: Knowledge) => sql`
  SELECT s.* FROM (SELECT max(observed_on) AS newest FROM snapshot WHERE fund_symbol = ${fund} AND observed_on <= ${day}::date AND (CASE ${knowledge} WHEN 'PROVEN' THEN proven_on ELSE known_on END) <= ${asOf}::date) d
  CROSS JOIN LATERAL (${snapshotAt(fund, { asOf, knowledge }, sql`d.newest`)}) s`;
