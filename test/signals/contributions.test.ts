import { SignalRole } from '../../src/signals/defineSignal';
import { Evaluation } from '../../src/signals/Evaluation';
import { signals } from '../../src/signals/signals';
import { TermKind } from '../../src/signals/Score';
import { Random } from '../support/Random';
import { randomFacts } from './randomFacts';

const RUNS = 200;

/** The rules of each signal that are no plain mean; a signal that is not here has none. */
const RULES: Readonly<Record<string, readonly TermKind[]>> = {
  'fed-easing': [TermKind.CAP, TermKind.OVERRIDE],
  'growth-resilience': [TermKind.CAP],
  'inflation-moderation': [TermKind.CAP],
  'mag7-valuation': [TermKind.CAP],
  'small-cap-earnings-acceleration': [TermKind.CAP],
  'soft-landing': [TermKind.MAX, TermKind.OVERRIDE, TermKind.VETO],
  rotation: [TermKind.VETO],
};

/** What is shown, and never scored. */
const UNSCORED = ['rate-sensitivity', 'small-cap-leadership'];

interface Seen {
  scored: number;
  /** The farthest that terms, and leaves, were from what they sum to. */
  off: number;
  readonly rules: Set<TermKind>;
}

describe('of two hundred random economies and markets, from their facts to the whole,', () => {
  const seen = new Map([...signals.keys()].map((key): [string, Seen] => [key, { scored: 0, off: 0, rules: new Set() }]));
  const sum = (list: readonly { readonly contribution: number }[]): number => list.reduce((total, { contribution }) => total + contribution, 0);

  beforeAll(() => {
    const random = new Random(8);
    for (let run = 0; run < RUNS; run += 1) {
      const evaluation = new Evaluation(randomFacts(random));
      for (const [key, definition] of signals) {
        const [{ score, terms, leaves }, own] = [evaluation.reading(definition), seen.get(key)];
        if (score === null || own === undefined) continue;
        const inputs = terms.filter(({ kind }) => kind === TermKind.INPUT);
        own.scored += 1;
        own.off = Math.max(own.off, Math.abs(sum(terms) - score), Math.abs(score) - 1, definition.role === SignalRole.COMPONENT ? Math.abs(sum(leaves) - sum(inputs)) : 0);
        terms.forEach(({ kind }) => kind !== TermKind.INPUT && own.rules.add(kind));
      }
    }
  }, 60_000);

  it.each([...signals.keys()].filter((key) => !UNSCORED.includes(key)))('the contributions to %s sum to its score within 1e-12, with all of its rules at work', (key) => {
    const { scored, off, rules } = seen.get(key) ?? { scored: 0, off: NaN, rules: new Set() };
    expect(scored).toBeGreaterThan(RUNS / 2);
    expect(off).toBeLessThan(1e-12);
    expect([...rules].sort()).toEqual([...(RULES[key] ?? [])].sort());
  });
});
