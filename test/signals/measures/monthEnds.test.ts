import { isoDate } from '../../../src/domain/isoDate';
import { monthEnds } from '../../../src/signals/measures/monthEnds';

describe('month ends', () => {
  it('are the last sessions of months that are over', () => {
    expect(monthEnds(isoDate('2024-05-30'), 3)).toEqual(['2024-04-30', '2024-03-28', '2024-02-29']);
    expect(monthEnds(isoDate('2024-05-31'), 2)).toEqual(['2024-05-31', '2024-04-30']);
    expect(monthEnds(isoDate('2024-03-30'), 1)).toEqual(['2024-03-28']);
  });

  it('end where the trading calendar begins', () => {
    expect(monthEnds(isoDate('1990-02-28'), 120)).toEqual(['1990-02-28', '1990-01-31']);
    expect(monthEnds(isoDate('1985-02-28'), 120)).toEqual([]);
  });
});
