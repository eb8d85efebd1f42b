import { addDays, isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { readingsOnDays } from '../../src/evaluation/readingsOnDays';
import { SignalRole, defineSignal } from '../../src/signals/defineSignal';

const constant = defineSignal({
  ...{ key: 'constant', version: 1, role: SignalRole.COMPONENT, title: 'One', text: 'It reads one.', formula: '1', unit: 'score' },
  inputs: {},
  compute: () => ({ value: 1, score: null, evidence: [], clause: 'It read one', details: null }),
});

describe('a long history', () => {
  it('gives whoever else waits a turn after each few days', async () => {
    const days = Array.from({ length: 100 }, (_, i) => addDays(isoDate('2024-01-02'), i));
    const nothing = () => Promise.reject(new Error('Nothing is to be read.'));
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);

    const readings = await readingsOnDays(nothing, [constant], days, Knowledge.ANY);
    isOver = true;

    expect([...readings.keys()]).toEqual(days);
    expect(turns).toBeGreaterThanOrEqual(24);
  });
});
