import { isoDate } from '../../src/domain/isoDate';
import { needsOf } from '../../src/evaluation/needsOf';
import type { Definition } from '../../src/signals/defineSignal';
import { Evaluation } from '../../src/signals/Evaluation';
import { DEFAULT_ROLES, basketRole, fundRole } from '../../src/signals/Roles';
import { signalByKey, signals } from '../../src/signals/signals';
import { noFacts } from './noFacts';

const others = { basket: basketRole('my-three', 'My three'), small: fundRole('AVSC', 'AVSC'), large: fundRole('QQQ', 'QQQ') };

/** The signals that look at a basket or at funds, themselves or by their parts. */
const OF_ROLES = [
  ...['confirmation', 'mag7-concentration', 'mag7-earnings-surprise', 'mag7-growth-gap', 'mag7-relative-strength', 'mag7-unwind', 'mag7-valuation', 'rate-sensitivity', 'rotation'],
  ...['small-cap-earnings-acceleration', 'small-cap-leadership'],
];

const textOf = ({ title, text, formula, references, anchors, inputs }: Definition): string =>
  JSON.stringify([title, text, formula, references, Object.entries(anchors).filter(([term]) => term !== 'lead'), Object.values(inputs).map(({ name }) => name)]);

describe.each([...signals.values()])('the signal $key of another basket and other funds', (signal) => {
  const other = signal.of(others);

  it('is another one if it looks at them, and itself if not; of the same it is always the same', () => {
    expect({ isOther: other !== signal, isStored: other.hasDefaultRoles }).toEqual({ isOther: OF_ROLES.includes(signal.key), isStored: !OF_ROLES.includes(signal.key) });
    expect([signal.of(DEFAULT_ROLES) === signal, other.of(DEFAULT_ROLES) === signal, signal.of(others) === other]).toEqual([true, true, true]);
  });

  it('needs nothing of those that are meant where none are named, but for what funds of the S&P 500 hold, and says nothing of them', () => {
    expect(JSON.stringify(needsOf([other]))).not.toMatch(/mag7|IWM/);
    expect(textOf(other)).not.toMatch(/Magnificent|\bseven\b|`mag7`|IWM|Russell/i);
    expect(new Evaluation(noFacts(isoDate('2024-09-20'))).reading(other).sentence).not.toMatch(/Magnificent|mag7|IWM/);
  });

  it('has the same key, version, weights and anchors', () => {
    const numbers = ({ key, version, weights, anchors }: Definition) => [key, version, weights, Object.values(anchors).map((points) => points.map(([value, score]) => [value, score]))];
    expect(numbers(other)).toEqual(numbers(signal));
  });
});

describe('who plays the parts of a signal', () => {
  it('is named in its title and its text as what it is', () => {
    const valuation = signalByKey('mag7-valuation');
    expect(valuation.of({ ...DEFAULT_ROLES, basket: basketRole('top7', 'The seven largest companies by market value') })).toMatchObject({
      title: 'The valuation of the seven largest companies by market value',
      text: expect.stringMatching(/They are the largest of the day itself, and so were picked for what they did until then\.$/) as string,
    });
    expect(valuation.of(others)).toMatchObject({ title: 'The valuation of the members of My three', text: expect.stringMatching(/Before its members could be known it is hindsight: they were picked later\.$/) as string });
    expect(signalByKey('small-cap-earnings-acceleration').of({ ...DEFAULT_ROLES, small: fundRole('VTWO', 'VTWO') })).toMatchObject({
      text: expect.stringMatching(/those of the newest file of the Russell 2000 that was known/) as string,
      references: ['U.S. Securities and Exchange Commission, companyfacts; Vanguard, holdings of VTWO'],
    });
    expect(signalByKey('small-cap-earnings-acceleration').of(others).text).toMatch(/those of the newest file of AVSC that was known/);
  });
});
