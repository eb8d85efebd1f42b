import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { noonOf } from '../../store/load/invented';
import { KNOWN, fillLanding } from './landing';

const database = useDatabase();

beforeAll(async () => {
  const { db } = database();
  await fillLanding(db);
  const bytes = Buffer.from('symbol,period_end,report_on,estimate,actual,known_on\nAAPL,2024-09-30,2024-10-31,1.60,,2024-09-15\nMSFT,2024-06-30,2024-07-30,2.90,2.95,2024-07-30\nXYZ,2024-09-30,2024-10-29,1,,2024-09-15\n');
  expect(await loadFile(db, { source: sourceByKey('csv-estimates'), fileName: 'estimates.csv', bytes, told: {}, now: noonOf('2024-09-15') })).toMatchObject({ outcome: 'ADDED' });
});

interface Outcome {
  readonly value: number;
  readonly score: number;
}

interface Event {
  readonly title: string;
  readonly dueOn: string | null;
  readonly surprises: readonly { readonly code: string; readonly observedOn: string; readonly expected: Outcome; readonly high: Outcome; readonly low: Outcome }[];
}

const calendar = async (args: string, fields: string): Promise<readonly Event[]> =>
  (await dataOf<{ catalystCalendar: readonly Event[] }>(database().db, `{ catalystCalendar(${args}) { ${fields} } }`)).catalystCalendar;

describe('catalystCalendar', () => {
  it('tells what is to come in the order of its days, each with the ground of its day, and what has no day with the reason', async () => {
    const { result, statements } = await ask(database().db, `{ catalystCalendar(asOf: "${KNOWN}") { kind title dueOn ground text release { code } } }`);
    expect(result.data).toEqual({
      catalystCalendar: [
        { kind: 'RELEASE', title: 'Chicago Fed National Financial Conditions Index', dueOn: '2024-10-10', ground: 'USUAL_LAG', text: '6 days after the period, its usual lag, which knows of no delay', release: { code: 'financial-conditions' } },
        { kind: 'RELEASE', title: 'Employment Situation', dueOn: '2024-10-10', ground: 'USUAL_LAG', text: '10 days after the period, its usual lag, which knows of no delay', release: { code: 'employment-situation' } },
        { kind: 'RELEASE', title: 'Consumer Price Index', dueOn: '2024-10-16', ground: 'USUAL_LAG', text: '16 days after the period, its usual lag, which knows of no delay', release: { code: 'consumer-price-index' } },
        { kind: 'EARNINGS', title: 'Report of AAPL for the quarter to 2024-09-30', dueOn: '2024-10-31', ground: 'EARNINGS_CALENDAR', text: 'as the calendar of expected reports has it', release: null },
        { kind: 'RELEASE', title: 'Gross Domestic Product', dueOn: '2024-11-04', ground: 'USUAL_LAG', text: '35 days after the period, its usual lag, which knows of no delay', release: { code: 'gross-domestic-product' } },
        ...['AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'].map((symbol) => ({ kind: 'EARNINGS', title: `Report of ${symbol}`, dueOn: null, ground: null, text: 'no calendar known here has its next report', release: null })),
        { kind: 'FOMC', title: 'Decision of the Federal Open Market Committee', dueOn: null, ground: null, text: "no schedule of the Committee's meetings is known here that was announced by this day and holds it", release: { code: 'fomc-target-range' } },
        ...[
          { title: 'Personal Income and Outlays', code: 'personal-income-and-outlays' },
          { title: 'Unemployment Insurance Weekly Claims Report', code: 'weekly-claims' },
        ].map(({ title, code }) => ({ kind: 'RELEASE', title, dueOn: null, ground: null, text: 'nothing of it was known by which its next day could be told', release: { code } })),
      ],
    });
    expect(statements.length).toBeLessThanOrEqual(6);
  });

  it("has the Fed's next decision by the schedule that it announced, and names the announcement", async () => {
    const [decision] = await calendar('signal: "fed-easing", asOf: "2025-02-01", to: "2025-03-31"', 'kind title dueOn ground text');
    expect(decision).toMatchObject({ kind: 'FOMC', dueOn: '2025-03-19', ground: 'MEETING_SCHEDULE', text: expect.stringContaining('press release of 2024-08-09') as unknown });
  });

  it('says what is overdue', async () => {
    const events = await calendar('signal: "labor-resilience", asOf: "2024-12-01"', 'title dueOn text');
    expect(events.find(({ title }) => title === 'Employment Situation')).toMatchObject({ dueOn: null, text: 'it was due by 2024-10-10 by its usual lag, 10 days after the period, and was not known yet' });
  });

  it('tells what the usual surprise would do to the score, as whatIf has it', async () => {
    const outcome = '{ value score state }';
    const events = await calendar(`asOf: "${KNOWN}", signal: "labor-resilience"`, `title dueOn surprises { code unit observedOn sample formula indicator { code } expected ${outcome} high ${outcome} low ${outcome} }`);
    const surprises = events.find(({ title }) => title === 'Employment Situation')?.surprises ?? [];
    expect(surprises).toMatchObject([
      { code: 'UNRATE', unit: 'Percent', observedOn: '2024-09-01', sample: 23, indicator: { code: 'UNRATE' }, expected: { value: 4.2 } },
      { code: 'PAYEMS', unit: 'Thousands of Persons', observedOn: '2024-09-01', sample: 11, indicator: { code: 'PAYEMS' } },
    ]);
    for (const { code, observedOn, ...outcomes } of surprises) {
      for (const which of ['expected', 'high', 'low'] as const) {
        const { value, score } = outcomes[which];
        const asked = `{ signal(key: "labor-resilience", asOf: "${KNOWN}") { whatIf(observations: [{ code: "${code}", observedOn: "${observedOn}", value: ${value} }]) { score } } }`;
        expect(await dataOf(database().db, asked)).toEqual({ signal: { whatIf: { score } } });
      }
    }
  });

  it('keeps to the days asked for, and refuses those in the wrong order and signals that there are not', async () => {
    expect((await calendar(`asOf: "${KNOWN}", from: "2024-10-11", to: "2024-10-31"`, 'title dueOn')).map(({ dueOn }) => dueOn)).toEqual(['2024-10-16', '2024-10-31']);
    for (const args of ['from: "2024-10-11", to: "2024-10-01"', 'signal: "astrology"']) {
      const { result, statements } = await ask(database().db, `{ catalystCalendar(${args}) { title } }`);
      expect({ statements, code: result.errors?.[0]?.extensions.code }).toEqual({ statements: [], code: args.startsWith('from') ? 'BAD_USER_INPUT' : 'NOT_FOUND' });
    }
  });
});
