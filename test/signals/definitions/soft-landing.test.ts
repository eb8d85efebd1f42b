import { KnownOnBasis } from '../../../src/domain/knowledge';
import { addDays, isoDate } from '../../../src/domain/isoDate';
import financialConditions from '../../../src/signals/definitions/financial-conditions';
import fedCutsAhead from '../../../src/signals/definitions/fed-cuts-ahead';
import softLanding from '../../../src/signals/definitions/soft-landing';
import { TermKind } from '../../../src/signals/Score';
import { State } from '../../../src/signals/State';
import { flat, monthly, readingOf, type Series } from '../factsOf';

const DAY = '2024-09-20';

const bounds = (at: (day: string) => number): Series[string] =>
  Array.from({ length: 200 }, (_, i) => addDays(isoDate(DAY), i - 199)).map((day) => [day, at(day)] as const);

/** A landing as soft as can be: every leaf is at 1. */
const soft: Series = {
  DFEDTARU: bounds((day) => (day >= '2024-09-19' ? 5 : 5.5)),
  DGS2: [['2024-09-18', 3.6]],
  DFF: [['2024-09-19', 4.83]],
  GDPC1: [['2023-04-01', 20_000], ['2023-07-01', 20_100], ['2024-01-01', 20_500], ['2024-04-01', 20_700]],
  CPILFESL: monthly('2022-08-01', Array.from({ length: 25 }, (_, i) => 300 * (i < 12 ? 1.004 ** i : i < 19 ? 1.004 ** 12 * 1.003 ** (i - 12) : 1.004 ** 12 * 1.003 ** 7 * 1.0005 ** (i - 19)))),
  UNRATE: monthly('2022-09-01', flat(4, 24)),
  PAYEMS: monthly('2024-05-01', [158_000, 158_200, 158_400, 158_600]),
  ICSA: ['2023-08-26', '2023-09-02', '2023-09-09', '2023-09-16', '2024-08-24', '2024-08-31', '2024-09-07', '2024-09-14'].map((day, i) => [day, i < 4 ? 240_000 : 220_000] as const),
  NFCI: [['2024-09-13', -0.55]],
};
/** Unemployment that has risen to a gap of 0.5, or has it behind it. */
const rising = monthly('2022-09-01', [...flat(4, 21), 4.4, 4.5, 4.6]);
const falling = monthly('2022-09-01', [...flat(4, 16), 4.8, 4.9, 4.9, 4.8, 4.7, 4.6, 4.5, 4.4]);

const on = (changed: Series = {}) => readingOf(softLanding, DAY, { ...soft, ...changed });

describe('soft-landing', () => {
  it('is the mean of its parts 2:2:2:2:1, easing by the greater of two', () => {
    const all = on();
    expect(all).toMatchObject({ state: State.FOR, isPartial: false, knownOnBasis: KnownOnBasis.VINTAGE });
    expect(all.score).toBeCloseTo(1, 12);
    expect(all.terms.map(({ kind, key, weight }) => [kind, key, Math.round(weight * 900)])).toEqual([
      [TermKind.INPUT, 'fed-easing', 100],
      [TermKind.INPUT, 'fed-cuts-ahead', 100],
      [TermKind.MAX, 'easing', 0],
      [TermKind.INPUT, 'growth-resilience', 200],
      [TermKind.INPUT, 'inflation-moderation', 200],
      [TermKind.INPUT, 'labor-resilience', 200],
      [TermKind.INPUT, 'financial-conditions', 100],
    ]);
    expect(all.sentence).toBe(
      'A soft landing scored +1.00: easing +1.00, growth +1.00, inflation +1.00, labor +1.00, financial conditions +1.00, which speaks for a rotation into small caps.',
    );
    const expectsRises = on({ DGS2: [['2024-09-18', 5.33]], NFCI: [['2024-09-13', 0]] });
    expect(expectsRises.score).toBeCloseTo(8 / 9, 12);
    expect(expectsRises.terms[2]).toMatchObject({ kind: TermKind.MAX, contribution: expect.closeTo((2 / 9) * 0.75, 12) as number });
  });

  it('hands over the evidence of its parts by their weight', () => {
    const { evidence } = on();
    const index = evidence.find(({ key }) => key[0] === 'NFCI');
    expect(index).toMatchObject({ type: 'Observation', key: ['NFCI', '2024-09-13', 'LEVEL', 'AS_OF', 'newest'], signal: 'financial-conditions', term: 'index', weight: 1 / 9, contribution: 1 / 9, value: -0.55 });
    expect(evidence.find(({ key }) => key[0] === 'PAYEMS')).toMatchObject({ signal: 'labor-resilience', term: 'payrolls', weight: expect.closeTo(2 / 36, 12) as number });
    expect(new Set(evidence.map(({ key }) => key[0]))).toEqual(new Set(['DFEDTARU', 'DGS2', 'DFF', 'GDPC1', 'CPILFESL', 'UNRATE', 'PAYEMS', 'ICSA', 'NFCI']));
  });

  it('tells the weights of its leaves', () => {
    const { leaves } = on();
    expect(leaves.map(({ signal, term, weight }) => [signal, term, Math.round(weight * 360)])).toEqual([
      ['fed-easing', 'change', 40],
      ['fed-cuts-ahead', 'spread', 40],
      ['growth-resilience', 'growth', 80],
      ['inflation-moderation', 'momentum', 40],
      ['inflation-moderation', 'trend', 40],
      ['labor-resilience', 'sahm', 40],
      ['labor-resilience', 'payrolls', 20],
      ['labor-resilience', 'claims', 20],
      ['financial-conditions', 'index', 40],
    ]);
    expect(leaves.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(1, 12);
  });

  it('has easing at -1 in an emergency, whatever the market expects', () => {
    const emergency = on({ DFEDTARU: bounds((day) => (day >= '2024-09-19' ? 4.5 : 5.5)) });
    expect(emergency.terms.find(({ kind }) => kind === TermKind.OVERRIDE)).toMatchObject({ key: 'emergency', contribution: expect.closeTo(-4 / 9, 12) as number });
    expect(emergency.score).toBeCloseTo(5 / 9, 12);
  });

  it("is at most 0 while Sahm's gap is at least 0.50 and not below that of three months before, and says so", () => {
    const vetoed = on({ UNRATE: rising });
    expect(vetoed).toMatchObject({ score: 0, state: State.NEUTRAL, details: { isVetoed: true } });
    expect(vetoed.terms.at(-1)).toMatchObject({ kind: TermKind.VETO, key: 'sahm' });
    expect(vetoed.sentence).toContain("; Sahm's gap of 0.50 pp, not below the 0.00 of three months before, keeps it from above 0, which speaks neither");
    expect(on({ UNRATE: falling })).toMatchObject({ details: { isVetoed: false }, state: State.FOR });
  });

  it('goes below 0 under a veto where its parts do', () => {
    const slump = on({ UNRATE: rising, GDPC1: [['2023-04-01', 20_000], ['2024-01-01', 19_900], ['2024-04-01', 19_800]], CPILFESL: monthly('2022-08-01', Array.from({ length: 25 }, (_, i) => 300 * 1.002 ** i)), NFCI: [['2024-09-13', 1]], PAYEMS: monthly('2024-05-01', [158_000, 157_900, 157_800, 157_700]), DFEDTARU: bounds(() => 5.5), DGS2: [['2024-09-18', 5.33]], DFF: [['2024-09-19', 5.33]] });
    expect(slump).toMatchObject({ state: State.AGAINST, details: { isVetoed: true } });
    expect(slump.terms.some(({ kind }) => kind === TermKind.VETO)).toBe(false);
    expect(slump.sentence).toContain('which speaks against');
  });

  it('needs an easing input and 60 % of its weight, and names what is missing', () => {
    const partial = on({ DFEDTARU: [], NFCI: [] });
    expect(partial).toMatchObject({ isPartial: true, state: State.FOR, missing: [{ input: 'DFEDTARU' }, { input: 'NFCI' }] });
    expect(partial.score).toBeCloseTo(1, 12);
    expect(partial.sentence).toContain('financial conditions unknown, which speaks for a rotation into small caps (without all of it: no value of DFEDTARU about the 193 days before was known; no value of NFCI');
    expect(on({ DFEDTARU: [], DFF: [] })).toMatchObject({ score: null, state: State.INSUFFICIENT_DATA, missing: [{ input: 'DFEDTARU' }, { input: 'DFF' }] });
    const few = on({ GDPC1: [], CPILFESL: [] });
    expect(few).toMatchObject({ value: null, score: null, state: State.INSUFFICIENT_DATA, evidence: [], missing: [{ input: 'GDPC1' }, { input: 'CPILFESL' }] });
    expect(few.sentence).toBe(
      'A soft landing cannot be told as of 2024-09-20: no value of GDPC1 about the 730 days before was known; no value of CPILFESL about the 960 days before was known.',
    );
  });

  it('is told by other weights and anchors where somebody asks', () => {
    const changes = { weights: { 'soft-landing': { easing: 0, growth: 0, inflation: 0, labor: 0, conditions: 1 } }, anchors: { 'financial-conditions': { index: [[-1, 1], [0, 0]] as const } } };
    expect(readingOf(softLanding, DAY, soft, changes).score).toBeCloseTo(0.55, 12);
  });
});

describe('fed-cuts-ahead', () => {
  const spread = (yield2: number) => readingOf(fedCutsAhead, DAY, { DGS2: [['2024-09-18', yield2]], DFF: [['2024-09-19', 5.33]] });

  it('is the two-year yield less the funds rate', () => {
    expect(spread(4.33)).toMatchObject({ value: -100, score: 1, state: State.FOR });
    expect(spread(4.33).sentence).toBe(
      'The two-year yield of 4.33 % (2024-09-18) lay 100 bp below the effective funds rate of 5.33 % (2024-09-19): the market expected cuts, which speaks for a rotation into small caps.',
    );
    expect(spread(5.33)).toMatchObject({ value: 0, score: 0, state: State.NEUTRAL });
    expect(spread(5.83)).toMatchObject({ value: 50, score: -0.5, state: State.AGAINST });
    expect(readingOf(fedCutsAhead, DAY, { DGS2: [['2024-09-09', 4]], DFF: [['2024-09-19', 5.33]] }).sentence).toBe(
      'What the market expects of the Fed cannot be told as of 2024-09-20: DGS2 is of 2024-09-09, 11 days before, and may be at most 10.',
    );
  });
});

describe('financial-conditions', () => {
  const index = (value: number) => readingOf(financialConditions, DAY, { NFCI: [['2024-09-13', value]] });

  it("is the Chicago Fed's index, looser being better", () => {
    expect(index(-0.25)).toMatchObject({ value: -0.25, score: 0.5, state: State.FOR });
    expect(index(-0.25).sentence).toBe("The Chicago Fed's index of financial conditions stood at -0.25 in the week to 2024-09-13, looser than its average, which speaks for a rotation into small caps.");
    expect(index(0)).toMatchObject({ score: 0, state: State.NEUTRAL });
    expect(index(0.6).sentence).toContain('+0.60 in the week to 2024-09-13, tighter than its average, which speaks against');
  });
});
