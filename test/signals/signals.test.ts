import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Evaluation } from '../../src/signals/Evaluation';
import { signalByKey, signals, signalsIn } from '../../src/signals/signals';
import { factsOf } from './factsOf';

describe('a signal', () => {
  it('is added by adding a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'catalyst-signals-'));
    try {
      const place = (name: string) => JSON.stringify(join(__dirname, '../../src/signals', name));
      writeFileSync(
        join(folder, 'claims-level.js'),
        `const { defineSignal, SignalRole } = require(${place('defineSignal')});
         const { observations } = require(${place('inputs/observations')});
         const { observation } = require(${place('measures/observation')});
         exports.default = defineSignal({
           key: 'claims-level', version: 1, role: SignalRole.COMPONENT, title: 'Claims', text: 'Claims of a week.', formula: 'the newest ICSA', unit: 'claims',
           inputs: { claims: observations('ICSA', { days: 30, maxAge: 25 }) },
           compute: ({ claims }) => ({ value: claims.at(-1).value, score: null, evidence: [{ ...observation('ICSA', claims.at(-1), 'claims'), term: 'shown' }], clause: 'Claims were ' + claims.at(-1).value, details: {} }),
         });`,
      );
      const [added] = [...signalsIn(folder).values()];
      if (added === undefined) throw new Error('There is none.');
      const reading = new Evaluation(factsOf('2024-09-20', { ICSA: [['2024-09-14', 219_000]] })).reading(added);
      expect(reading).toMatchObject({ key: 'claims-level', value: 219_000, score: null, state: null, sentence: 'Claims were 219000.' });
      writeFileSync(join(folder, 'other.js'), `exports.default = { key: 'another' };`);
      expect(() => signalsIn(folder)).toThrow("must default-export a definition with key 'other'");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that there is not is an error that names those there are', () => {
    expect(() => signalByKey('astrology')).toThrow(/^There is no signal 'astrology'. Known: .*soft-landing/);
  });
});

describe.each([...signals.values()])('the signal $key', (signal) => {
  it('has anchors in the order of their values, with scores from -1 to 1 and a reason each', () => {
    for (const anchors of Object.values(signal.anchors)) {
      const values = anchors.map(([value]) => value);
      expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
      anchors.forEach(([, score, reason]) => expect([Math.abs(score) <= 1, reason.endsWith('.')]).toEqual([true, true]));
    }
  });

  it('has weights above 0, and sees nothing without facts', () => {
    Object.values(signal.weights).forEach((weight) => expect(weight).toBeGreaterThan(0));
    const reading = new Evaluation(factsOf('2024-09-20', {})).reading(signal);
    expect(reading).toMatchObject({ value: null, score: null, state: 'INSUFFICIENT_DATA', evidence: [] });
    expect(reading.missing.length).toBeGreaterThan(0);
  });
});
