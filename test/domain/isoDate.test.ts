import { addDays, dayInNewYork, daysBetween, isoDate, parseIsoDate } from '../../src/domain/isoDate';
import { Random } from '../support/Random';

describe('a day', () => {
  it.each(['2024-02-29', '0001-01-01', '9999-12-31'])('is read: %s', (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });

  it.each(['2023-02-29', '2024-02-30', '2024-13-01', '0000-01-01', '2024-1-1', '2024-01-01T00:00:00Z', ' 2024-01-01', ''])(
    'is not: "%s"',
    (text) => {
      expect(parseIsoDate(text)).toBeUndefined();
    },
  );

  it('ends in New York, whatever day it is elsewhere', () => {
    expect(dayInNewYork(new Date('2024-03-10T04:59:59Z'))).toBe('2024-03-09');
    expect(dayInNewYork(new Date('2024-03-10T05:00:00Z'))).toBe('2024-03-10');
    expect(dayInNewYork(new Date('2024-07-01T03:59:59Z'))).toBe('2024-06-30');
  });

  it('is counted on over months, leap days and backwards', () => {
    expect(addDays(isoDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(isoDate('2024-01-01'), -1)).toBe('2023-12-31');
  });

  it('is counted as the calendar has it, from any day of ten thousand years to any other', () => {
    const random = new Random(2);
    const [first, all] = [Date.parse('0001-01-01T00:00:00Z'), 3_652_059];
    for (let i = 0; i < 20_000; i += 1) {
      const [from, to] = [random.below(all), random.below(all)];
      const [one, other] = [from, to].map((number) => isoDate(new Date(first + number * 86_400_000).toISOString().slice(0, 10)));
      if (one === undefined || other === undefined) throw new Error('There is none.');
      expect([addDays(one, to - from), daysBetween(one, other)]).toEqual([other, to - from]);
    }
  });
});
