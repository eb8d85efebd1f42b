import { aYear, filed, halfOf, nineMonthsOf, quartersOf, yearOf } from './companyFile';
import { knownOn, quartersKnown, yearsKnown } from './known';

const LATER = '2030-01-01';

describe('a quarter', () => {
  it('is known from the filing that reports it, and the fourth from the year less nine months', () => {
    const facts = aYear(2023);
    expect(quartersKnown(facts, '2023-05-04')).toEqual({});
    expect(quartersKnown(facts, '2023-11-05')).toEqual({ '2023Q1': [1, 10], '2023Q2': [1.1, 11], '2023Q3': [1.2, 12] });
    expect(quartersKnown(facts, '2024-02-19')).toEqual(quartersKnown(facts, '2023-11-05'));
    expect(quartersKnown(facts, '2024-02-20')).toMatchObject({ '2023Q4': [1.3, 13] });
    const fourth = knownOn(facts, LATER).find(({ fiscalQuarter }) => fiscalQuarter === 4);
    expect(fourth).toMatchObject({ netIncome: { ground: 'DERIVED' }, eps: { ground: 'DERIVED' }, epsReported: null, endOn: '2023-12-31', startOn: '2023-10-01' });
  });

  it('is as reported by itself where a filing does that', () => {
    const facts = [...aYear(2023), ...filed({ on: '2025-02-20', form: '10-K', says: { [quartersOf(2023)[3]]: { eps: 1.25, income: 12.5 } } })];
    expect(quartersKnown(facts, LATER)['2023Q4']).toEqual([1.25, 12.5]);
    expect(knownOn(facts, LATER).find(({ fiscalQuarter }) => fiscalQuarter === 4)).toMatchObject({ epsReported: '1.25', netIncome: { ground: 'REPORTED' } });
  });

  it('of which only sums from the beginning of the year are reported is their difference', () => {
    const facts = [
      ...filed({ on: '2023-05-05', says: { [quartersOf(2023)[0]]: { income: 10 } }, fiscalPeriod: 'Q1' }),
      ...filed({ on: '2023-08-05', says: { [halfOf(2023)]: { income: 25 } } }),
      ...filed({ on: '2023-11-05', says: { [nineMonthsOf(2023)]: { income: 45 } } }),
      ...filed({ on: '2024-02-20', form: '10-K', says: { [yearOf(2023)]: { income: 40 } } }),
    ];
    expect(quartersKnown(facts, LATER)).toEqual({ '2023Q1': [null, 10], '2023Q2': [null, 15], '2023Q3': [null, 20], '2023Q4': [null, -5] });
  });

  it('has earnings per share over its own shares, not the difference of sums per share', () => {
    const says = (income: number, shares: number) => ({ income, shares, eps: Math.round((income / shares) * 100) / 100 });
    const [first, second, third] = quartersOf(2023);
    const facts = [
      ...filed({ on: '2023-05-05', says: { [first]: says(10, 10) }, fiscalPeriod: 'Q1' }),
      ...filed({ on: '2023-08-05', says: { [second]: says(10, 10), [halfOf(2023)]: says(20, 10) } }),
      ...filed({ on: '2023-11-05', says: { [third]: says(10, 10), [nineMonthsOf(2023)]: says(30, 10) } }),
      ...filed({ on: '2024-02-20', form: '10-K', says: { [yearOf(2023)]: says(45, 11) } }),
    ];
    expect(quartersKnown(facts, LATER)['2023Q4']?.[0]).toBeCloseTo(15 / (4 * 11 - 30), 6);
  });

  it('is not told from a sum of another concept', () => {
    const sums = filed({ on: '2023-11-05', says: { [nineMonthsOf(2023)]: { income: 30 } } }).map((fact) => ({ ...fact, concept: 'us-gaap:ProfitLoss' }));
    const facts = [...sums, ...filed({ on: '2024-02-20', form: '10-K', says: { [yearOf(2023)]: { income: 45 } } })];
    expect(quartersKnown(facts, LATER)).toEqual({});
    expect(yearsKnown(facts, LATER)).toEqual({ '2023': [null, 45] });
  });

  it('may have 12 to 17 weeks', () => {
    const says = { income: 1 };
    const spans = ['2022-12-26/2023-03-19', '2023-03-20/2023-06-11', '2023-06-12/2023-09-03'];
    const facts = [
      ...spans.flatMap((span, i) => filed({ on: `2023-${['05', '07', '10'][i]}-15`, says: { [span]: says, [`2022-12-26/${span.split('/')[1]}`]: { income: i + 1 } }, fiscalPeriod: `Q${i + 1}` })),
      ...filed({ on: '2024-02-10', form: '10-K', says: { '2022-12-26/2023-12-31': { income: 5 } } }),
    ];
    expect(quartersKnown(facts, LATER)).toEqual({ '2023Q1': [null, 1], '2023Q2': [null, 1], '2023Q3': [null, 1], '2023Q4': [null, 2] });
  });

  it('is one however a filing misdates it, and a misdated repeat does not replace it', () => {
    const [first] = quartersOf(2023);
    const facts = [
      ...filed({ on: '2023-05-05', says: { [first]: { eps: 1, income: 10 } }, fiscalPeriod: 'Q1' }),
      ...filed({ on: '2024-05-05', says: { '2022-12-30/2023-03-31': { income: 99 } } }),
    ];
    expect(quartersKnown(facts, LATER)).toEqual({ '2023Q1': [1, 10] });
  });
});

describe('a fiscal year', () => {
  it('is what an annual report covers: twelve months up to the end of a quarter are none', () => {
    const facts = [...aYear(2023), ...filed({ on: '2024-05-05', says: { [quartersOf(2024)[0]]: { income: 15 }, '2023-04-01/2024-03-31': { income: 51 } }, fiscalPeriod: 'Q1' })];
    expect(yearsKnown(facts, LATER)).toEqual({ '2023': [4.6, 46] });
    expect(quartersKnown(facts, LATER)['2024Q1']).toEqual([null, 15]);
  });

  it('is called by the calendar year of its end, and one that ends with the first days of January by the year before', () => {
    const years = (span: string, fiscalYear: number | null) => yearsKnown(filed({ on: '2025-06-01', form: '10-K', fiscalPeriod: 'FY', fiscalYear, says: { [span]: { income: 1 } } }), LATER);
    expect(Object.keys(years('2023-02-01/2024-01-31', 2024))).toEqual(['2024']);
    expect(Object.keys(years('2023-01-02/2024-01-03', null))).toEqual(['2023']);
  });

  it('is called as the company counts where its annual reports say so, and not for one that errs', () => {
    const report = (year: number, fiscalYear: number) =>
      filed({ on: `${year}-04-01`, form: '10-K', fiscalPeriod: 'FY', fiscalYear, says: { [`${year - 1}-02-04/${year}-02-03`]: { income: year } } });
    expect(Object.keys(yearsKnown([...report(2022, 2021), ...report(2023, 2022)], LATER))).toEqual(['2021', '2022']);
    expect(Object.keys(yearsKnown([...report(2022, 2022), ...report(2023, 2022), ...report(2024, 2024)], LATER))).toEqual(['2022', '2023', '2024']);
  });

  it('that was moved leaves a transition, which was a first quarter until the new year began', () => {
    const facts = [
      ...aYear(2021),
      ...filed({ on: '2022-05-05', form: '10-QT', says: { '2022-01-01/2022-03-31': { income: 7 } }, fiscalPeriod: 'Q1' }),
      ...filed({ on: '2022-08-05', says: { '2022-04-01/2022-06-30': { income: 8 }, '2021-04-01/2021-06-30': { income: 11 } }, fiscalPeriod: 'Q1' }),
    ];
    expect(quartersKnown(facts, '2022-06-01')).toMatchObject({ '2022Q1': [null, 7] });
    expect(quartersKnown(facts, LATER)).toEqual({
      ...quartersKnown(aYear(2021), LATER),
      '2022T': [null, 7],
      '2023Q1': [null, 8],
    });
  });

  it('begins with what is summed up from it before any annual report is known', () => {
    const facts = filed({ on: '2023-08-05', says: { [quartersOf(2023)[1]]: { income: 11 }, [halfOf(2023)]: { income: 21 } }, fiscalPeriod: 'Q2' });
    expect(quartersKnown(facts, LATER)).toEqual({ '2023Q2': [null, 11] });
  });
});
