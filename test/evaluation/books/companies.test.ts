import { addDays, type IsoDate, isoDate } from '../../../src/domain/isoDate';
import { sessionBack } from '../../../src/domain/nyseCalendar';
import { monthEnds } from '../../../src/signals/measures/monthEnds';
import { Knowledge } from '../../../src/domain/knowledge';
import { marketValue } from '../../../src/evaluation/books/marketValue';
import { quarters } from '../../../src/evaluation/books/quarters';
import { reports } from '../../../src/evaluation/books/reports';
import { MissingReason } from '../../../src/domain/MissingReason';
import { EarningsPeriod } from '../../../src/domain/earnings/EarningsState';
import { earningsOf } from '../../../src/store/reads/earnings';
import { estimatesOf, surpriseOf } from '../../../src/store/reads/estimates';
import { marketValueOf, whyNoMarketValue } from '../../../src/store/reads/marketValues';
import { Reader } from '../../../src/store/Reader';
import { raw, sql } from '../../../src/store/sql';
import { rowsOf } from '../../store/reads/rowsOf';
import { useDatabase } from '../../support/database';
import { fillMarket } from '../../support/market';
import { CIKS } from '../../support/marketCompanies';

const database = useDatabase();
const read = (statement: Parameters<Reader['read']>[0]) => new Reader(database().db).read(statement);

beforeAll(() => fillMarket(database().db));

const DAYS = ['2023-05-09', '2024-03-30', '2024-05-06', '2024-06-29', '2024-07-01', '2024-10-08', '2025-01-02', '2025-04-02', '2026-11-19'].map(isoDate);
const SEEN = [{ of: { basket: 'mine' }, days: 700 }, { of: { fund: 'IVV' }, days: 400 }] as const;

/** How far back each company is looked at: the first by the basket, whoever is not in it by the fund. */
const REACH = 400;

describe.each(Object.values(Knowledge))('what signals see of companies under %s, read for many days at once, is what each day tells by itself:', (knowledge) => {
  it('their quarters', async () => {
    const open = await quarters.open(read, SEEN.map((need) => ({ kind: 'quarters', ...need })), DAYS, knowledge);
    let told = 0;
    for (const asOf of DAYS) {
      for (const cik of CIKS) {
        const range = { period: EarningsPeriod.QUARTER, from: addDays(asOf, -REACH), to: null };
        const first = sql`(SELECT min(v.known_on) FROM earnings v WHERE v.cik = e.cik AND v.observed_on = e.observed_on AND v.period <> 'YEAR')`;
        const rows = await rowsOf(
          database().db,
          sql`SELECT e.cik, e.period, e.observed_on AS "observedOn", ${first} AS "firstKnownOn", e.known_on AS "knownOn", e.known_on_basis AS "knownOnBasis", e.eps_diluted::float8 AS eps, e.net_income::float8 AS "netIncome"
            FROM (${earningsOf(cik, range, { asOf, knowledge })}) e`,
          '"observedOn"',
        );
        expect(open(asOf).quarters(cik, REACH)).toEqual(rows);
        told += rows.length;
      }
    }
    expect(told).toBeGreaterThan(30);
  });

  it('what was expected of them, and whether before they reported', async () => {
    const open = await reports.open(read, SEEN.map((need) => ({ kind: 'reports', ...need })), DAYS, knowledge);
    const seen = new Set<unknown>();
    for (const asOf of DAYS) {
      for (const cik of CIKS) {
        const at = { asOf, knowledge };
        const day = raw(knowledge === Knowledge.ANY ? 'v.known_on' : 'v.proven_on');
        const known = sql`SELECT v.* FROM earnings_estimate v JOIN security_description w ON w.id = v.description_id
          WHERE v.period_month = e.period_month AND v.eps_estimate IS NOT NULL AND ${day} < e.report_on AND ${day} <= ${asOf}::date
            AND (SELECT m.cik FROM company_match m WHERE m.description_id = v.description_id AND m.observed_from <= v.proven_on ORDER BY m.observed_from DESC LIMIT 1) = ${cik}`;
        const rows = await rowsOf(
          database().db,
          sql`SELECT e.listing, e.period_month AS month, e.period_end AS "periodEnd", e.eps_estimate::float8 AS estimate, e.eps_actual::float8 AS actual,
              ${surpriseOf(raw('e.eps_estimate'), raw('e.eps_actual'))}::float8 AS surprise, EXISTS (${known}) AS "wasExpected", e.observed_on AS "observedOn", e.known_on AS "knownOn", e.known_on_basis AS "knownOnBasis"
            FROM (${estimatesOf(cik, at)}) e WHERE e.period_month >= ${asOf}::date - ${REACH}::int AND e.period_end <= ${asOf}::date`,
          'month',
        );
        expect(open(asOf).reports(cik, REACH)).toEqual(rows);
        rows.forEach((row) => seen.add((row as { readonly wasExpected: boolean }).wasExpected));
      }
    }
    expect(seen).toEqual(new Set([true, false]));
  });

  it('what they are worth, on that day and on earlier ones', async () => {
    const open = await marketValue.open(read, SEEN.map(({ of }) => ({ kind: 'marketValue', of, sessionsBack: [0, 63], months: 6 })), DAYS, knowledge);
    const seen = new Set<unknown>();
    for (const asOf of DAYS) {
      for (const on of [asOf, sessionBack(asOf, 63) ?? asOf, ...monthEnds(asOf, 6)]) {
        for (const cik of CIKS) seen.add(await comparedWorth(open(asOf).marketValue(cik, on), cik, on, { asOf, knowledge }));
      }
    }
    const { ADJUSTED_PRICE_ONLY: _, ...reasons } = MissingReason;
    expect([...seen]).toEqual(expect.arrayContaining(['VALUE', reasons.NOT_KNOWN_YET, reasons.STALE]));
  });
});

interface Worth {
  readonly value: number;
  readonly close: number;
  readonly listing: string;
  readonly shares: number;
  readonly basis: string;
  readonly observed_on: IsoDate;
}

/** Holds a value against what SQL tells. @returns VALUE, or the reason for none. */
async function comparedWorth(found: ReturnType<Awaited<ReturnType<typeof marketValue.open>>> extends { marketValue: (...asked: never[]) => infer Value } ? Value : never, cik: string, on: IsoDate, at: { readonly asOf: IsoDate; readonly knowledge: Knowledge }) {
  const [row] = await rowsOf<Worth>(database().db, sql`SELECT * FROM (${marketValueOf(cik, on, at)}) w WHERE w.observed_on >= ${on}::date - 10`, 'value');
  if (typeof found !== 'string') {
    expect([found.close.listing, found.close.observedOn, found.close.value, found.counted.basis]).toEqual([row?.listing, row?.observed_on, row?.close, row?.basis]);
    expect(found.value / (row?.value ?? NaN)).toBeCloseTo(1, 12);
    expect(found.shares / (row?.shares ?? NaN)).toBeCloseTo(1, 12);
    return 'VALUE';
  }
  expect(row).toBeUndefined();
  const [{ why } = { why: '' }] = await rowsOf<{ readonly why: string }>(database().db, sql`SELECT ${whyNoMarketValue(cik, on, at)} AS why`, 'why');
  if (found !== MissingReason.STALE) expect({ cik, on, at, found }).toEqual({ cik, on, at, found: why });
  return found;
}
