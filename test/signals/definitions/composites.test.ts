import type { Definition } from '../../../src/signals/defineSignal';
import confirmation from '../../../src/signals/definitions/confirmation';
import mag7Unwind from '../../../src/signals/definitions/mag7-unwind';
import rotation from '../../../src/signals/definitions/rotation';
import softLanding from '../../../src/signals/definitions/soft-landing';
import { TermKind } from '../../../src/signals/Score';
import { Random } from '../../support/Random';
import { type GivenPart, readingGiven } from '../readingGiven';

const scores = (given: Readonly<Record<string, number | null>>): Readonly<Record<string, GivenPart>> => Object.fromEntries(Object.entries(given).map(([key, score]) => [key, { score }]));

const SEVEN = { 'mag7-earnings-surprise': 0.5, 'mag7-growth-gap': 0.4, 'mag7-valuation': 0.3, 'mag7-relative-strength': 0.2, 'mag7-concentration': 0.1 };

describe('the unwinding of the Magnificent 7', () => {
  it('is the mean of its parts by 2:2:2:1:1', () => {
    const { score, state, sentence, terms } = readingGiven(mag7Unwind, scores(SEVEN));
    expect(score).toBeCloseTo((2 * 0.5 + 2 * 0.4 + 2 * 0.3 + 0.2 + 0.1) / 8, 12);
    expect({ state, weights: terms.map(({ weight }) => weight) }).toEqual({ state: 'FOR', weights: [0.25, 0.25, 0.25, 0.125, 0.125] });
    expect(sentence).toBe('The unwinding of the Magnificent 7 scored +0.34: earnings surprise +0.50, growth gap +0.40, valuation +0.30, relative strength +0.20, concentration +0.10, which speaks for a rotation into small caps.');
  });

  it('is told without parts that weigh 40 % or less, and says which', () => {
    const some = readingGiven(mag7Unwind, scores({ ...SEVEN, 'mag7-valuation': null, 'mag7-concentration': null }));
    expect(some).toMatchObject({ isPartial: true, missing: [{ input: 'mag7-valuation' }, { input: 'mag7-concentration' }] });
    expect(some.score).toBeCloseTo((2 * 0.5 + 2 * 0.4 + 0.2) / 5, 12);
    expect(some.sentence).toMatch(/valuation unknown, relative strength \+0\.20, concentration unknown, .* \(without all of it: nothing of mag7-valuation was known; nothing of mag7-concentration was known\)\.$/);
    const few = readingGiven(mag7Unwind, scores({ ...SEVEN, 'mag7-valuation': null, 'mag7-growth-gap': null }));
    expect(few).toMatchObject({ score: null, value: null, state: 'INSUFFICIENT_DATA', sentence: expect.stringMatching(/^The unwinding of the Magnificent 7 cannot be told as of 2024-09-10: nothing of mag7-growth-gap/) as unknown });
  });

  it.each([
    [-1, 'AGAINST', 'which speaks against a rotation into small caps.'],
    [0, 'NEUTRAL', 'which speaks neither for nor against a rotation into small caps.'],
  ])('of parts that score %d is %s', (score, state, verdict) => {
    const all = Object.fromEntries(Object.keys(SEVEN).map((key) => [key, score]));
    expect(readingGiven(mag7Unwind, scores(all))).toMatchObject({ score, state, sentence: expect.stringContaining(verdict) as unknown });
  });

  it('is hindsight where a part is', () => {
    const parts = { ...scores(SEVEN), 'mag7-valuation': { score: 0.3, isHindsight: true } };
    expect([readingGiven(mag7Unwind, scores(SEVEN)).isHindsight, readingGiven(mag7Unwind, parts).isHindsight]).toEqual([false, true]);
  });
});

const FOUR = { 'small-cap-earnings-acceleration': -0.2, 'inflation-moderation': 0.6, 'labor-resilience': -0.1, 'fed-cuts-ahead': 1 };

describe('what confirms a rotation', () => {
  it('is the mean of four, and of three where one is not known', () => {
    const four = readingGiven(confirmation, scores(FOUR));
    expect(four.score).toBeCloseTo(1.3 / 4, 12);
    expect(four.sentence).toBe("What confirms a rotation scored +0.32: small companies' earnings -0.20, inflation +0.60, labor -0.10, cuts ahead +1.00, which speaks for a rotation into small caps.");
    const three = readingGiven(confirmation, scores({ ...FOUR, 'small-cap-earnings-acceleration': null }));
    expect(three).toMatchObject({ isPartial: true, score: expect.closeTo(0.5, 12) as unknown });
    expect(readingGiven(confirmation, scores({ 'labor-resilience': 1, 'fed-cuts-ahead': 1 })).state).toBe('INSUFFICIENT_DATA');
  });
});

describe('a rotation', () => {
  const parts = (unwind: number | null, landing: number | null, acceleration: number | null, isVetoed = false) => ({
    'mag7-unwind': { score: unwind },
    'soft-landing': { score: landing, details: { isVetoed } },
    'small-cap-earnings-acceleration': { score: acceleration },
  });

  it('is the mean of both catalysts and the acceleration by 2:2:1', () => {
    const { score, state, sentence } = readingGiven(rotation, parts(0.5, 0.6, -0.5));
    expect(score).toBeCloseTo((1 + 1.2 - 0.5) / 5, 12);
    expect(state).toBe('FOR');
    expect(sentence).toBe("A rotation into small caps scored +0.34: the unwinding of the Magnificent 7 +0.50, a soft landing +0.60, small companies' earnings -0.50, which speaks for a rotation into small caps.");
  });

  it('needs both catalysts, and not the acceleration', () => {
    expect(readingGiven(rotation, parts(0.5, 0.6, null))).toMatchObject({ isPartial: true, score: expect.closeTo(0.55, 12) as unknown });
    expect(readingGiven(rotation, parts(null, 0.6, 0.5))).toMatchObject({ state: 'INSUFFICIENT_DATA', missing: [{ input: 'mag7-unwind' }], sentence: 'A rotation into small caps cannot be told as of 2024-09-10: nothing of mag7-unwind was known.' });
    expect(readingGiven(rotation, parts(0.5, null, 0.5))).toMatchObject({ state: 'INSUFFICIENT_DATA', missing: [{ input: 'soft-landing' }] });
  });

  it("is at most 0 while Sahm's gap vetoes the soft landing", () => {
    const vetoed = readingGiven(rotation, parts(0.9, 0, 0.5, true));
    expect(vetoed).toMatchObject({ score: 0, state: 'NEUTRAL' });
    expect(vetoed.terms.at(-1)).toMatchObject({ kind: TermKind.VETO, key: 'sahm', contribution: expect.closeTo(-2.3 / 5, 12) as unknown });
    expect(vetoed.sentence).toContain("; Sahm's gap, which vetoes the soft landing, keeps it from above 0, which speaks neither");
    expect(readingGiven(rotation, parts(-0.9, 0, -0.5, true)).score).toBeCloseTo(-2.3 / 5, 12);
  });
});

describe('the contributions of a composite', () => {
  const composites: readonly (readonly [string, Definition, readonly string[], readonly TermKind[]])[] = [
    ['soft-landing', softLanding, ['fed-easing', 'fed-cuts-ahead', 'growth-resilience', 'inflation-moderation', 'labor-resilience', 'financial-conditions'], [TermKind.INPUT, TermKind.MAX, TermKind.OVERRIDE, TermKind.VETO]],
    ['mag7-unwind', mag7Unwind, Object.keys(SEVEN), [TermKind.INPUT]],
    ['confirmation', confirmation, Object.keys(FOUR), [TermKind.INPUT]],
    ['rotation', rotation, ['mag7-unwind', 'soft-landing', 'small-cap-earnings-acceleration'], [TermKind.INPUT, TermKind.VETO]],
  ];

  it.each(composites)('%s sum to its score within 1e-12, of 10,000 random inputs with all of its rules at work', (_, composite, keys, kinds) => {
    const random = new Random(21);
    const seen = new Set<TermKind>();
    const details = () => ({ isEmergency: random.chance(0.2), isVetoed: random.chance(0.3), sahm: random.fraction(), sahmThreeMonthsBefore: random.chance(0.2) ? null : random.fraction() });
    const sum = (list: readonly { readonly contribution: number }[]) => list.reduce((total, { contribution }) => total + contribution, 0);
    let [told, worst, farthest] = [0, 0, 0];
    for (let i = 0; i < 10_000; i += 1) {
      const parts = Object.fromEntries(keys.map((key) => [key, { score: random.chance(0.1) ? null : random.fraction() * 2 - 1, details: details() }]));
      const { score, terms, leaves } = readingGiven(composite, parts);
      if (score === null) continue;
      told += 1;
      terms.forEach(({ kind }) => seen.add(kind));
      const inputs = terms.filter(({ kind }) => kind === TermKind.INPUT);
      worst = Math.max(worst, Math.abs(sum(terms) - score), Math.abs(sum(leaves) - sum(inputs)));
      farthest = Math.max(farthest, Math.abs(score));
    }
    expect(worst).toBeLessThan(1e-12);
    expect(farthest).toBeLessThanOrEqual(1 + 1e-12);
    expect(told).toBeGreaterThan(7_000);
    expect([...seen].sort()).toEqual([...kinds].sort());
  });
});
