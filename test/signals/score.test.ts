import { atMost, greaterOf, type Part, type Score, setTo, TermKind, weightedMean } from '../../src/signals/Score';
import { Random } from '../support/Random';

const part = (key: string, weight: number, score: number | null): Part => ({ key, weight, value: score, score });
const sum = ({ terms }: Score): number => terms.reduce((total, { contribution }) => total + contribution, 0);

describe('a score', () => {
  it('is the mean of its parts by weight, and each has its term', () => {
    const { score, terms } = weightedMean([part('a', 2, 1), part('b', 1, -0.5)]);
    expect(score).toBeCloseTo(0.5, 12);
    expect(terms.map(({ key, weight, contribution }) => [key, weight, contribution])).toEqual([['a', 2 / 3, 2 / 3], ['b', 1 / 3, -0.5 / 3]]);
  });

  it('is told without a part as long as 60 % of the weight is there, by the weights of the others', () => {
    expect(weightedMean([part('a', 3, 0.5), part('b', 2, null)])).toMatchObject({
      score: 0.5,
      terms: [{ key: 'a', weight: 1 }, { key: 'b', weight: 0, score: null, contribution: 0 }],
    });
    expect(weightedMean([part('a', 2.99, 0.5), part('b', 2, null)]).score).toBeNull();
    expect(weightedMean([part('a', 1, null)]).score).toBeNull();
  });

  it('takes the greater of two, and says what that has over their mean', () => {
    const { score, terms } = greaterOf('easing', 2, [part('a', 1, 0.2), part('b', 1, 0.8)]);
    expect(score).toBeCloseTo(0.8, 12);
    expect(terms.map(({ kind, contribution }) => [kind, Math.round(contribution * 1e12) / 1e12])).toEqual([[TermKind.INPUT, 0.1], [TermKind.INPUT, 0.4], [TermKind.MAX, 0.3]]);
    expect(greaterOf('easing', 2, [part('a', 1, null), part('b', 1, -0.4)])).toMatchObject({ score: -0.4, terms: [{ contribution: 0 }, { contribution: -0.4 }] });
  });

  it('is capped, vetoed and set by terms of their own, where they change something', () => {
    const plain = weightedMean([part('a', 1, 0.5)]);
    expect(atMost(plain, 0, TermKind.VETO, 'sahm')).toMatchObject({ score: 0, terms: [{}, { kind: TermKind.VETO, key: 'sahm', contribution: -0.5 }] });
    expect(atMost(plain, 0.5, TermKind.CAP, 'high')).toBe(plain);
    expect(setTo(plain, -1, 'emergency')).toMatchObject({ score: -1, terms: [{}, { kind: TermKind.OVERRIDE, contribution: -1.5 }] });
    expect(atMost(weightedMean([]), 0, TermKind.CAP, 'high').score).toBeNull();
  });

  it.each([1, -1])('is %d and not the last digit beyond where all parts are, at whatever weights and depth', (whole) => {
    const random = new Random(9);
    for (let i = 0; i < 2_000; i += 1) {
      const nested = weightedMean(Array.from({ length: 1 + random.below(6) }, (_, n) => part(`${n}`, 1 + random.below(7), whole)));
      const { score } = weightedMean([{ ...part('nested', 1 + random.below(7), nested.score), terms: nested.terms }, ...Array.from({ length: random.below(6) }, (_, n) => part(`${n}`, 1 + random.below(7), whole))]);
      expect(Math.abs(score ?? NaN)).toBeLessThanOrEqual(1);
      expect(score).toBeCloseTo(whole, 12);
    }
  });

  it('is the sum of its terms and what its rules say, of 10,000 random parts', () => {
    const random = new Random(8);
    const kinds = new Set<TermKind>();
    const drawn = () => (random.chance(0.2) ? null : random.fraction() * 2 - 1);
    for (let i = 0; i < 10_000; i += 1) {
      const [a, b, ...others] = Array.from({ length: 2 + random.below(4) }, drawn) as [number | null, number | null, ...(number | null)[]];
      const weights = others.map(() => 1 + random.below(3));
      const [isSet, isCapped, isVetoed] = [random.chance(0.2), random.chance(0.3), random.chance(0.3)];
      const group = greaterOf('max', 2, [part('a', 1, a), part('b', 1, b)]);
      const mean = weightedMean([isSet ? setTo(group, -1, 'set') : group, ...others.map((score, n) => part(`${n}`, weights[n] ?? 0, score))]);
      const capped = isCapped ? atMost(mean, 0.1, TermKind.CAP, 'cap') : mean;
      const scored = isVetoed ? atMost(capped, 0, TermKind.VETO, 'veto') : capped;

      const greater = a === null && b === null ? null : isSet ? -1 : Math.max(a ?? -2, b ?? -2);
      const all = [[greater, 2] as const, ...others.map((score, n) => [score, weights[n] ?? 0] as const)];
      const there = all.filter(([score]) => score !== null);
      const total = (list: typeof all) => list.reduce((whole, [, weight]) => whole + weight, 0);
      const plain = there.reduce((whole, [score, weight]) => whole + (score ?? 0) * weight, 0) / total(there);
      const expected = total(there) < 0.6 * total(all) || there.length === 0 ? null : Math.min(plain, isCapped ? 0.1 : 1, isVetoed ? 0 : 1);
      if (expected === null) expect(scored.score).toBeNull();
      else {
        expect(Math.abs((scored.score ?? NaN) - expected)).toBeLessThan(1e-12);
        expect(Math.abs(sum(scored) - expected)).toBeLessThan(1e-12);
        scored.terms.forEach(({ kind }) => kinds.add(kind));
      }
    }
    expect([...kinds].sort()).toEqual(Object.values(TermKind).sort());
  });
});
