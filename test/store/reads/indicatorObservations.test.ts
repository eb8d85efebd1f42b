import { Frequency } from '../../../src/domain/indicators/Frequency';
import { Print } from '../../../src/domain/indicators/Print';
import { Transform } from '../../../src/domain/indicators/transforms/Transform';
import { transformed } from '../../../src/domain/indicators/transforms/transformed';
import { isRate } from '../../../src/domain/indicators/units';
import { type IsoDate, isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { type Told, indicatorObservations } from '../../../src/store/reads/indicatorObservations';
import { type Window, observationsOf } from '../../../src/store/reads/observations';
import { useDatabase } from '../../support/database';
import { fillLongSeries } from '../../support/marketTransforms';
import { rowsOf } from './rowsOf';

const database = useDatabase();

beforeAll(() => fillLongSeries(database().db));

interface Row {
  readonly observed_on: IsoDate;
  readonly value: number | null;
  readonly flag: string | null;
  readonly reason: string | null;
  readonly known_on: IsoDate;
  readonly vintage_id: number;
}

const SERIES: readonly (Told & { readonly code: string; readonly unit: string; readonly frequency: Frequency })[] = [
  { code: 'CPIAUCSL', unit: 'Index 1982-1984=100', frequency: Frequency.MONTHLY },
  { code: 'FEDFUNDS', unit: 'Percent', frequency: Frequency.MONTHLY },
  { code: 'DRCRELEXFACBS', unit: 'Percent', frequency: Frequency.QUARTERLY },
  { code: 'ICSA', unit: 'Number', frequency: Frequency.WEEKLY },
  { code: 'DGS2', unit: 'Percent', frequency: Frequency.DAILY },
];
const CASES = SERIES.flatMap((series) => Object.values(Transform).map((transform) => ({ ...series, transform })));
const WHOLE: Window = { from: null, to: null };

const at = (asOf: string) => ({ asOf: isoDate(asOf), knowledge: Knowledge.ANY });

const asked = (told: Told, transform: Transform, asOf: string, { print = Print.AS_OF, from = null, to = null }: Partial<Window> & { print?: Print } = {}) =>
  rowsOf<Row>(database().db, indicatorObservations(told, { transform, print, from, to }, at(asOf)), 'observed_on');

const toldOf = ({ observed_on: observedOn, value, flag, reason }: Row) => ({ observedOn, value, flag, reason });
const close = (value: number | null) => (value === null ? null : (expect.closeTo(value, 8) as number));

describe.each(CASES)('$transform of $code', ({ transform, ...series }) => {
  it.each(['2024-05-15', '2024-06-29', '2025-01-15'])('as of %s is that of the one vintage which answers then', async (asOf) => {
    const observations = await rowsOf<{ observed_on: IsoDate; value: number | null }>(database().db, observationsOf(series.code, at(asOf)), 'observed_on');
    const vintage = { frequency: series.frequency, isRate: isRate(series.unit), observations: observations.map(({ observed_on: observedOn, value }) => ({ observedOn, value })) };
    const expected = transformed(transform, vintage).map((one) => ({ ...one, value: close(one.value) }));
    expect((await asked(series, transform, asOf)).map(toldOf)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
  });

  it('is the same whether it is asked of some periods or of all', async () => {
    for (const [from, to] of [['2023-05-01', '2024-03-05'], ['2024-04-01', '2024-04-20'], ['2024-03-02', null], [null, '2024-02-01']] as const) {
      const whole = await asked(series, transform, '2025-01-15');
      const part = await asked(series, transform, '2025-01-15', { from, to });
      expect(part).toEqual(whole.filter((row) => row.observed_on >= (from ?? '') && row.observed_on <= (to ?? '9')));
    }
  });

  it('as first known is what was told of each period on the day on which it was', async () => {
    const prints = (await asked(series, transform, '2025-01-15', { print: Print.FIRST })).filter(({ reason }) => reason !== 'NOT_REPORTED').slice(-25);
    for (const print of prints) {
      const [then] = await asked(series, transform, print.known_on, { from: print.observed_on, to: print.observed_on });
      expect({ ...print, vintage_id: 0 }).toEqual({ ...then, print: 'FIRST', vintage_id: 0 });
      const [before] = await asked(series, Transform.LEVEL, previous(print.known_on), { from: print.observed_on, to: print.observed_on });
      expect(before?.value ?? null).toBe(null);
    }
    expect(prints.length).toBeGreaterThan(5);
  });
});

const previous = (day: IsoDate): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

describe('a series that only a file names', () => {
  const own = { code: 'OWN1', unit: null, frequency: null };

  it('has its values, and nothing that takes its periods', async () => {
    expect((await asked(own, Transform.LEVEL, '2025-01-15')).filter(({ value }) => value !== null).length).toBeGreaterThan(10);
    for (const transform of Object.values(Transform).filter((one) => one !== Transform.LEVEL)) {
      const reasons = new Set((await asked(own, transform, '2025-01-15')).map(({ reason }) => reason));
      expect(reasons).toEqual(new Set(['NOT_REPORTED', 'NOT_DEFINED']));
    }
  });
});

describe('an unknown series', () => {
  it.each(Object.values(Print))('has no periods, %s', async (print) => {
    expect(await asked({ code: 'NOPE', unit: null, frequency: null }, Transform.YOY, '2025-01-15', { print, ...WHOLE })).toEqual([]);
  });
});
