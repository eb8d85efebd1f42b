import fedEasing from '../../../src/signals/definitions/fed-easing';
import { State } from '../../../src/signals/State';
import { TermKind } from '../../../src/signals/Score';
import { addDays, isoDate } from '../../../src/domain/isoDate';
import { readingOf, type Series } from '../factsOf';

/** The upper bound of each day from 2024-01-01 to 2024-12-31, which moves on the days given. */
function bounds(moves: Readonly<Record<string, number>>, start = 5.5): Series[string] {
  let bound = start;
  return Array.from({ length: 366 }, (_, i) => {
    const day = addDays(isoDate('2024-01-01'), i);
    bound = moves[day] ?? bound;
    return [day, bound] as const;
  });
}

const on = (asOf: string, moves: Readonly<Record<string, number>>) => readingOf(fedEasing, asOf, { DFEDTARU: bounds(moves) });

describe('fed-easing', () => {
  it('is the move of the upper bound over 183 days, and its evidence is each move', () => {
    const moves = { '2024-09-19': 5, '2024-11-08': 4.75 };
    expect(on('2024-09-18', moves)).toMatchObject({ value: 0, score: 0, state: State.NEUTRAL });
    expect(on('2024-09-19', moves)).toMatchObject({ value: -50, score: 1, state: State.FOR });
    const both = on('2024-12-01', moves);
    expect(both).toMatchObject({ value: -75, score: 1 });
    expect(both.evidence.map(({ key, label, contribution }) => [key[1], label, contribution])).toEqual([
      ['2024-06-01', 'upper bound on 2024-06-01', 1],
      ['2024-09-19', '-50 bp on 2024-09-19', 1],
      ['2024-11-08', '-25 bp on 2024-11-08', 1],
      ['2024-12-01', 'upper bound on 2024-12-01', 1],
    ]);
  });

  it('says so in a sentence, in each state', () => {
    expect(on('2024-09-19', { '2024-09-19': 5 }).sentence).toBe(
      "The upper bound of the Fed's target range stood at 5.00 % on 2024-09-19, 50 bp below 2024-03-20, after 1 move (-50 bp on 2024-09-19), which speaks for a rotation into small caps.",
    );
    expect(on('2024-09-19', {}).sentence).toBe(
      "The upper bound of the Fed's target range stood at 5.50 % on 2024-09-19, where it stood on 2024-03-20, which speaks neither for nor against a rotation into small caps.",
    );
    expect(on('2024-09-19', { '2024-07-01': 6.25 })).toMatchObject({
      score: -1,
      sentence: "The upper bound of the Fed's target range stood at 6.25 % on 2024-09-19, 75 bp above 2024-03-20, after 1 move (+75 bp on 2024-07-01), which speaks against a rotation into small caps.",
    });
    expect(on('2024-05-01', {})).toMatchObject({
      score: null,
      state: State.INSUFFICIENT_DATA,
      sentence: "The Fed's easing cannot be told as of 2024-05-01: no value of DFEDTARU about 2023-10-31 or the days before was known.",
    });
    expect(readingOf(fedEasing, '2024-05-01', {}).sentence).toBe("The Fed's easing cannot be told as of 2024-05-01: no value of DFEDTARU about the 193 days before was known.");
    expect(readingOf(fedEasing, '2025-01-15', { DFEDTARU: bounds({}) }).sentence).toBe(
      "The Fed's easing cannot be told as of 2025-01-15: DFEDTARU is of 2024-12-31, 15 days before, and may be at most 10.",
    );
  });

  it('is capped at 0 by cuts less than 20 days apart', () => {
    expect(on('2024-12-01', { '2024-09-19': 5.25, '2024-10-09': 5 })).toMatchObject({ value: -50, score: 1 });
    const close = on('2024-12-01', { '2024-09-19': 5.25, '2024-10-08': 5 });
    expect(close).toMatchObject({ value: -50, score: 0, terms: [{ kind: TermKind.INPUT, contribution: 1 }, { kind: TermKind.CAP, key: 'not-methodical', contribution: -1 }] });
    expect(close.sentence).toContain('cuts too close together to be methodical, which speaks neither');
  });

  it('is -1 in an emergency: one cut above 50 bp, or more than 100 in 31 days', () => {
    const single = on('2024-12-01', { '2024-09-19': 4.75 });
    expect(single).toMatchObject({ value: -75, score: -1, details: { isEmergency: true }, terms: [{}, { kind: TermKind.OVERRIDE, key: 'emergency', contribution: -2 }] });
    expect(single.sentence).toContain(', an emergency, which speaks against');
    expect(on('2024-12-01', { '2024-09-19': 5, '2024-10-10': 4.5 })).toMatchObject({ value: -100, score: 1, details: { isEmergency: false } });
    expect(on('2024-12-01', { '2024-09-19': 5, '2024-10-04': 4.5, '2024-10-19': 4.25 })).toMatchObject({ value: -125, score: -1 });
    expect(on('2024-12-01', { '2024-09-19': 5, '2024-10-04': 4.5, '2024-10-20': 4.25 })).toMatchObject({ value: -125, score: 0 });
  });

  it('reads the target rate before there was a range', () => {
    const range = bounds({}).filter(([day]) => day >= '2024-08-01');
    const rate = [['2024-05-01', 6], ['2024-07-31', 6]] as const;
    expect(readingOf(fedEasing, '2024-09-01', { DFEDTARU: range, DFEDTAR: [['2024-03-01', 6], ...rate] })).toMatchObject({ value: -50, isPartial: false });
    expect(readingOf(fedEasing, '2024-09-01', { DFEDTARU: range })).toMatchObject({ state: State.INSUFFICIENT_DATA });
  });
});
