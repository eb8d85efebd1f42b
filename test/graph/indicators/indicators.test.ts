import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { Print } from '../../../src/domain/indicators/Print';
import { Transform } from '../../../src/domain/indicators/transforms/Transform';
import { indicatorObservations } from '../../../src/store/reads/indicatorObservations';
import { type Says, aVintage, loadSeries } from '../../store/load/inventedSeries';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { readsOf } from '../../support/plans';

const database = useDatabase();

const MONTHS = 700;

/** So many months up to one; those of the last year are revised by `later`. */
function months(until: string, later: number): Says {
  const last = Number(until.slice(0, 4)) * 12 + Number(until.slice(5, 7)) - 1;
  const says = Array.from({ length: MONTHS }, (_, n) => {
    const month = last - MONTHS + 1 + n;
    const value = 100 + n / 10 + (n > MONTHS - 12 ? later : 0);
    return [`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`, value.toFixed(1)] as const;
  });
  return Object.fromEntries(says.filter(([day]) => day !== '2023-10-01'));
}

const CODES = ['PAYEMS', 'INDPRO', 'CPIAUCSL', 'PCEPI', 'CPILFESL', 'PCEPILFE', 'UNRATE', 'FEDFUNDS'];

beforeAll(async () => {
  const { db } = database();
  for (const [knownOn, until, later] of [['2024-07-05', '2024-06-01', 0], ['2024-08-02', '2024-07-01', 1], ['2024-09-06', '2024-08-01', 2]] as const) {
    await loadSeries(db, CODES.map((code) => aVintage(code, knownOn, months(until, later))));
  }
  await db.query('ANALYZE');
});

describe('an indicator of 700 months as known on a day', () => {
  it.each(['LEVEL', 'YOY', 'ZSCORE'])('is one statement, whichever way it is asked for: %s', async (transform) => {
    const question = `{ indicator(code: "PAYEMS", asOf: "2024-09-06") {
      observations(transform: ${transform}, first: 3000) { totalCount nodes { observedOn value } }
      series(transform: ${transform}) { dates values }
    } }`;
    const { result, statements } = await ask(database().db, question);
    const { observations, series } = (result.data as { indicator: { observations: { totalCount: number; nodes: { observedOn: string; value: number | null }[] }; series: { dates: string[]; values: (number | null)[] } } }).indicator;
    expect(statements).toHaveLength(1);
    expect(observations.totalCount).toBe(MONTHS);
    expect(series).toEqual({ dates: observations.nodes.map(({ observedOn }) => observedOn), values: observations.nodes.map(({ value }) => value) });
  });

  it('reads one range of an index, and next to nothing beside the months', async () => {
    const told = { code: 'PAYEMS', unit: 'Thousands of Persons', frequency: 'MONTHLY' };
    const asked = { from: null, to: null, transform: Transform.YOY, print: Print.AS_OF };
    const reads = await readsOf(database().db, 'observation_interval', indicatorObservations(told, asked, { asOf: isoDate('2024-09-06'), knowledge: Knowledge.ANY }));
    expect(reads.filter(({ step, loops }) => step === 'Seq Scan' && loops > 0)).toEqual([]);
    const [most = 0, ...others] = reads.map(({ rows }) => rows).sort((a, b) => b - a);
    expect(most).toBeLessThan(MONTHS + 4 * 12);
    expect(Math.max(...others)).toBeLessThanOrEqual(3);
  });
});

describe('an indicator', () => {
  it('says what it is, what came out last and what is due', async () => {
    const question = `{ indicator(code: "payems", asOf: "2024-09-10") {
      code title unit frequency seasonalAdjustment themes release { code name publisher usualLag lastOn nextOn indicators { code } }
      latest { observedOn value unit knownOn } change: latest(transform: CHANGE) { value unit missing { field reason } }
    } }`;
    expect(await dataOf(database().db, question)).toEqual({
      indicator: {
        code: 'PAYEMS',
        title: 'All Employees, Total Nonfarm',
        unit: 'Thousands of Persons',
        frequency: 'MONTHLY',
        seasonalAdjustment: 'ADJUSTED',
        themes: ['LABOR'],
        release: {
          code: 'employment-situation',
          name: 'Employment Situation',
          publisher: 'U.S. Bureau of Labor Statistics',
          usualLag: '10 days after the period',
          lastOn: '2024-09-06',
          nextOn: '2024-10-10',
          indicators: [{ code: 'PAYEMS' }, { code: 'UNRATE' }],
        },
        latest: { observedOn: '2024-08-01', value: 171.9, unit: 'Thousands of Persons', knownOn: '2024-09-06' },
        change: { value: 0.1, unit: 'Thousands of Persons', missing: [] },
      },
    });
  });

  it('says of a month of which no survey was taken that nothing was reported, and flags what is held against it', async () => {
    const question = `{ indicator(code: "PAYEMS", asOf: "2024-09-10") { observations(from: "2023-10-01", to: "2023-11-30", transform: CHANGE) {
      nodes { observedOn value flags missing { field reason } }
    } } }`;
    expect(await dataOf(database().db, question)).toEqual({
      indicator: {
        observations: {
          nodes: [
            { observedOn: '2023-10-01', value: null, flags: [], missing: [{ field: 'value', reason: 'NOT_REPORTED' }] },
            { observedOn: '2023-11-01', value: expect.closeTo(1.1, 9) as number, flags: ['BASE_EARLIER'], missing: [] },
          ],
        },
      },
    });
  });

  it('tells growth of amounts as fractions, and of rates as percentage points or not at all', async () => {
    const told = ['YOY', 'ANNUALIZED_3M', 'CHANGE', 'ZSCORE'].map((transform) => `${transform}: latest(transform: ${transform}) { unit missing { reason } }`).join(' ');
    const data = await dataOf<Record<string, Record<string, { unit: string; missing: { reason: string }[] }>>>(
      database().db,
      `{ amount: indicator(code: "INDPRO") { ${told} } rate: indicator(code: "UNRATE") { ${told} } }`,
    );
    const units = Object.values(data).map((of) => Object.values(of).map(({ unit, missing }) => [unit, ...missing.map(({ reason }) => reason)].join(' ')));
    expect(units).toEqual([
      ['Fraction', 'Fraction per Year', 'Index 2017=100', 'Standard Deviations'],
      ['Percentage Points', 'Fraction per Year NOT_DEFINED', 'Percentage Points', 'Standard Deviations'],
    ]);
  });

  it('that nobody knows is NOT_FOUND', async () => {
    const { result } = await ask(database().db, '{ indicator(code: "NOPE") { title } }');
    expect(result.data).toEqual({ indicator: null });
    expect(result.errors?.map(({ extensions, path }) => [extensions.code, path])).toEqual([['NOT_FOUND', ['indicator']]]);
  });

  it('is found by words of its title and by its code', async () => {
    const { search, byCode } = await dataOf<Record<string, { kind: string; key: string }[]>>(
      database().db,
      '{ search(text: "unemployment", first: 1) { kind key } byCode: search(text: "dfedtar", first: 3) { kind key } }',
    );
    expect(search).toEqual([{ kind: 'INDICATOR', key: 'UNRATE' }]);
    expect(byCode?.map(({ key }) => key)).toEqual(['DFEDTAR', 'DFEDTARL', 'DFEDTARU']);
  });

  it('is listed by its theme', async () => {
    const { indicators } = await dataOf<{ indicators: { nodes: { code: string }[] } }>(database().db, '{ indicators(theme: RECESSION) { nodes { code } } }');
    expect(indicators.nodes).toEqual([{ code: 'SAHMREALTIME' }, { code: 'USREC' }]);
  });

  it('refuses days in the wrong order', async () => {
    const { result } = await ask(database().db, '{ indicator(code: "UNRATE") { series(from: "2024-02-01", to: "2024-01-01") { dates } } }');
    expect(result.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
