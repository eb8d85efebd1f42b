import { fiscalMonth } from '../../src/domain/fiscalMonth';
import { isoDate } from '../../src/domain/isoDate';

describe('the month of a fiscal period', () => {
  it.each([
    ['2025-03-31', '2025-03-31'],
    ['2025-03-29', '2025-03-31'],
    ['2025-04-27', '2025-04-30'],
    ['2025-02-01', '2025-01-31'],
    ['2024-03-02', '2024-02-29'],
    ['2025-01-03', '2024-12-31'],
    ['2025-12-28', '2025-12-31'],
  ])('of one that ends on %s ends on %s', (periodEnd, month) => {
    expect(fiscalMonth(isoDate(periodEnd))).toBe(month);
  });
});
