import { type IsoDate, isoDate } from '../../src/domain/isoDate';
import { type Suppositions, changesOf, wordsOf } from '../../src/signals/suppositions';
import { signalByKey } from '../../src/signals/signals';

const none: Suppositions = { weights: [], anchors: [], observations: [] };
const weight = (signal: string, part: string, value: number) => ({ signal, part, weight: value });
const anchors = (...points: readonly (readonly [number, number])[]) => ({ signal: 'financial-conditions', term: 'index', points: points.map(([value, score]) => ({ value, score })) });
const observation = (code: string, observedOn: IsoDate, value: number) => ({ code, observedOn, value });
const AUGUST = isoDate('2024-08-01');

describe('suppositions', () => {
  it('are what an evaluation takes, by signal and name', () => {
    const suppositions = { weights: [weight('labor-resilience', 'sahm', 0), weight('soft-landing', 'growth', 3)], anchors: [anchors([-1, 1], [0, 0])], observations: [observation('UNRATE', AUGUST, 4.5)] };
    expect(changesOf(suppositions)).toEqual({
      weights: { 'labor-resilience': { sahm: 0 }, 'soft-landing': { growth: 3 } },
      anchors: { 'financial-conditions': { index: [[-1, 1], [0, 0]] } },
      observations: { UNRATE: [{ code: 'UNRATE', observedOn: AUGUST, value: 4.5 }] },
    });
  });

  it('are told in words of the signals that they concern, and of no other', () => {
    const suppositions = { weights: [weight('labor-resilience', 'sahm', 3)], anchors: [anchors([-1, 1], [0.5, -0.5])], observations: [observation('UNRATE', AUGUST, 4.5)] };
    expect(wordsOf(suppositions, signalByKey('soft-landing'))).toEqual(['sahm of labor-resilience weighed 3', 'index of financial-conditions scored 1 at -1, -0.5 at 0.5', 'UNRATE of 2024-08-01 were 4.5']);
    expect(wordsOf(suppositions, signalByKey('financial-conditions'))).toEqual(['index of financial-conditions scored 1 at -1, -0.5 at 0.5']);
    expect(wordsOf(suppositions, signalByKey('fed-easing'))).toEqual([]);
  });

  it.each<readonly [string, Partial<Suppositions>, string | RegExp]>([
    ['of an unknown signal', { weights: [weight('astrology', 'moon', 1)] }, /^There is no signal 'astrology'\. Known: /],
    ['of an unknown part', { weights: [weight('labor-resilience', 'moon', 1)] }, "'weights' names the part 'moon' of labor-resilience: expected one of sahm, payrolls, claims."],
    ['of a signal without parts', { weights: [weight('fed-easing', 'change', 1)] }, "'weights' names the part 'change' of fed-easing: expected another signal, since it has no weights."],
    ['of a negative weight', { weights: [weight('labor-resilience', 'sahm', -1)] }, "'weights' gives sahm of labor-resilience the weight -1: expected a finite number, 0 or more."],
    ['of an infinite weight', { weights: [weight('labor-resilience', 'sahm', Infinity)] }, /the weight Infinity: expected a finite number/],
    ['of no weight at all', { weights: ['sahm', 'payrolls', 'claims'].map((part) => weight('labor-resilience', part, 0)) }, "'weights' leaves labor-resilience without any weight: expected one above 0."],
    ['of one part twice', { weights: [weight('labor-resilience', 'sahm', 1), weight('labor-resilience', 'sahm', 2)] }, "'weights' names sahm of labor-resilience twice: expected it once."],
    ['of an unknown term', { anchors: [{ ...anchors([0, 0]), term: 'moon' }] }, "'anchors' names the term 'moon' of financial-conditions: expected one of index."],
    ['of a composite, which has no anchors', { anchors: [{ ...anchors([0, 0]), signal: 'soft-landing' }] }, "'anchors' names the term 'index' of soft-landing: expected another signal, since it has no anchors."],
    ['of no point', { anchors: [anchors()] }, "'anchors' gives index of financial-conditions 0 points: expected 1 to 20."],
    ['of points that do not rise', { anchors: [anchors([0, 0], [1, 1], [1, 0])] }, "'anchors' gives index of financial-conditions a point at 1 after one at 1: expected rising values."],
    ['of a score beyond the borders', { anchors: [anchors([0, 1.01])] }, "'anchors' gives index of financial-conditions the score 1.01 at 0: expected -1 to 1."],
    ['of a score that is none', { anchors: [anchors([0, NaN])] }, /the score NaN at 0/],
    ['of a point without a place', { anchors: [anchors([-Infinity, 1])] }, "'anchors' gives index of financial-conditions a point at -Infinity: expected a finite number."],
    ['of an indicator that no signal reads', { observations: [observation('VIXCLS', AUGUST, 20)] }, /^'observations' names the indicator 'VIXCLS': expected one that signals read: CPILFESL, DFEDTAR, DFEDTARU, /],
    ['of a value that is none', { observations: [observation('UNRATE', AUGUST, NaN)] }, "'observations' gives UNRATE of 2024-08-01 the value NaN: expected a finite number."],
    ['of one day twice', { observations: [observation('UNRATE', AUGUST, 4), observation('UNRATE', AUGUST, 5)] }, "'observations' names UNRATE of 2024-08-01 twice: expected it once."],
    ['beyond number', { observations: Array.from({ length: 51 }, () => observation('UNRATE', AUGUST, 4)) }, "'observations' holds 51: expected at most 50."],
  ])('are refused %s', (_, wrong, message) => {
    expect(() => changesOf({ ...none, ...wrong })).toThrow(message);
  });
});
