import { filed, yearOf } from './companyFile';
import { knownOn } from './known';

const annual = (on: string, says: { revenue?: number; contracts?: number }) =>
  filed({ on, form: '10-K', fiscalPeriod: 'FY', says: { [yearOf(2023)]: { eps: 4, income: 40, ...says } } });

const revenueOn = (day: string, ...filings: readonly ReturnType<typeof annual>[]) => knownOn(filings.flat(), day).map(({ revenue }) => revenue?.value);

describe('the revenue of a year', () => {
  it('is the total where a filing gives a total and a part of it', () => {
    expect(revenueOn('2025-01-01', annual('2024-02-20', { revenue: 500, contracts: 450 }))).toEqual(['500']);
    expect(revenueOn('2025-01-01', annual('2024-02-20', { revenue: 30, contracts: 450 }))).toEqual(['450']);
  });

  it('is what the newest filing says, also where it is lower and by another concept', () => {
    const filings = [annual('2024-02-20', { revenue: 500 }), annual('2025-02-20', { contracts: 470 })];
    expect(revenueOn('2025-02-19', ...filings)).toEqual(['500']);
    expect(revenueOn('2025-02-20', ...filings)).toEqual(['470']);
  });

  it('stays where a newer filing says nothing of it', () => {
    expect(revenueOn('2025-03-01', annual('2024-02-20', { revenue: 500 }), annual('2025-02-20', {}))).toEqual(['500']);
  });
});
