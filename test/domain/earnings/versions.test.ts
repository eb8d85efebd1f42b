import { earningsHistory } from '../../../src/domain/earnings/earningsHistory';
import { EarningsPeriod } from '../../../src/domain/earnings/EarningsState';
import type { KnownFact } from '../../../src/domain/earnings/KnownFact';
import { Random } from '../../support/Random';
import { aYear, filed, nineMonthsOf, quartersOf, yearOf } from './companyFile';
import { knownOn } from './known';

/** What became of one period, filing by filing. */
const changesOf = (facts: readonly KnownFact[], endOn: string, period = EarningsPeriod.YEAR) =>
  earningsHistory(facts)
    .versions.filter((version) => version.endOn === endOn && version.period === period)
    .map(({ knownOn: day, change, eps, epsReported, splitFactor }) => [day, change, eps === null ? null : Number(eps.value), epsReported, splitFactor]);

const END = '2023-12-31';
const annual = (on: string, says: { eps?: number; income?: number; shares?: number; ratio?: number }, more: object = {}) =>
  filed({ on, form: '10-K', fiscalPeriod: 'FY', says: { [yearOf(2023)]: says, ...more } });

describe('a figure that is reported anew', () => {
  it('is no new version where nothing changed', () => {
    expect(changesOf([...annual('2024-02-20', { eps: 4, income: 40 }), ...annual('2025-02-20', { eps: 4, income: 40 })], END)).toHaveLength(1);
  });

  it('is a restatement where it changed otherwise than by a split', () => {
    const facts = [...annual('2024-02-20', { eps: 4, income: 40, shares: 10 }), ...annual('2024-06-01', { eps: 5, income: 50, shares: 10 })];
    expect(changesOf(facts, END)).toEqual([['2024-02-20', 'FIRST', 4, '4', 1], ['2024-06-01', 'RESTATEMENT', 5, '5', 1]]);
  });

  it.each([
    ['four for one', { eps: 11.91, income: 5_955, shares: 500 }, { eps: 2.98, income: 5_955, shares: 2_000 }],
    ['one for ten', { eps: -0.13, income: -130, shares: 1_000 }, { eps: -1.3, income: -130, shares: 100 }],
    ['three for two', { eps: 3, income: 300, shares: 100 }, { eps: 2, income: 300, shares: 150 }],
  ])('is a split where shares and earnings per share changed by it: %s', (_, before, after) => {
    const changes = changesOf([...annual('2024-02-20', before), ...annual('2025-02-20', after)], END);
    expect(changes.map(([, change]) => change)).toEqual(['FIRST', 'SPLIT']);
  });

  it('is a split without counts of shares where the company declared its ratio', () => {
    const declared = filed({ on: '2024-08-01', says: { '2024-07-01/2024-07-31': { ratio: 20 } } });
    const both = [annual('2024-02-20', { eps: 112.2 }), annual('2025-02-20', { eps: 5.61 })].flat();
    expect(changesOf([...both, ...declared], END).map(([, change]) => change)).toEqual(['FIRST', 'SPLIT']);
    expect(changesOf(both, END).map(([, change]) => change)).toEqual(['FIRST', 'RESTATEMENT']);
  });

  it('is no split where earnings per share halved and shares did not', () => {
    const facts = [...annual('2024-02-20', { eps: 4, income: 40, shares: 10 }), ...annual('2025-02-20', { eps: 2, income: 20, shares: 10 })];
    expect(changesOf(facts, END).map(([, change]) => change)).toEqual(['FIRST', 'RESTATEMENT']);
  });

  it('is a restatement where income changed together with a split', () => {
    const facts = [...annual('2024-02-20', { eps: 4, income: 40, shares: 10 }), ...annual('2025-02-20', { eps: 2.2, income: 44, shares: 20 }, { [yearOf(2022)]: { eps: 1, shares: 20 } })];
    expect(changesOf([...annual('2023-02-20', {}, { [yearOf(2022)]: { eps: 2, shares: 10 } }), ...facts], END).map(([, change]) => change)).toEqual(['FIRST', 'RESTATEMENT']);
  });
});

describe('a figure that no filing reports again', () => {
  const [first] = quartersOf(2022);
  const old = filed({ on: '2022-05-05', fiscalPeriod: 'Q1', says: { [first]: { eps: 1.5, income: 15, shares: 10 } } });
  const split = [...annual('2024-02-20', { eps: 4, income: 40, shares: 10 }), ...annual('2025-02-20', { eps: 2, income: 40, shares: 20 })];

  it('is carried over a split that a later filing shows, from that day on', () => {
    expect(changesOf([...old, ...split], '2022-03-31', EarningsPeriod.QUARTER)).toEqual([
      ['2022-05-05', 'FIRST', 1.5, '1.5', 1],
      ['2025-02-20', 'SPLIT', 0.75, '1.5', 2],
    ]);
  });

  it('is carried over several', () => {
    const another = annual('2026-02-20', { eps: 0.4, income: 40, shares: 100 });
    expect(changesOf([...old, ...split, ...another], '2022-03-31', EarningsPeriod.QUARTER).at(-1)).toEqual(['2026-02-20', 'SPLIT', 0.15, '1.5', 10]);
  });

  it('is carried also where it was derived', () => {
    const facts = [...aYear(2023), ...annual('2025-02-20', { eps: 2.3, income: 46, shares: 20 })];
    expect(changesOf(facts, END, EarningsPeriod.QUARTER)).toEqual([['2024-02-20', 'FIRST', 1.3, null, 1], ['2025-02-20', 'SPLIT', 0.65, null, 1]]);
  });
});

describe('a year', () => {
  it('is flagged where its four reported quarters do not sum to it, and not where one is derived', () => {
    const flagsOf = (facts: readonly KnownFact[]) => knownOn(facts, '2030-01-01').find(({ period }) => period === EarningsPeriod.YEAR)?.flags;
    const fourth = (income: number) => filed({ on: '2025-02-20', form: '10-K', says: { [quartersOf(2023)[3]]: { income } } });
    expect(flagsOf(aYear(2023))).toEqual([]);
    expect(flagsOf([...aYear(2023), ...fourth(13)])).toEqual([]);
    expect(flagsOf([...aYear(2023), ...fourth(13.01)])).toEqual(['QUARTERS_DO_NOT_SUM']);
  });

  it('is flagged where earnings per share are unlike its income over its shares', () => {
    expect(knownOn(annual('2024-02-20', { eps: 4, income: 40_000, shares: 10 }), '2030-01-01')[0]?.flags).toEqual(['EPS_UNLIKE_INCOME']);
    expect(knownOn(annual('2024-02-20', { eps: 4, income: 40, shares: 10 }), '2030-01-01')[0]?.flags).toEqual([]);
  });
});

describe('the earnings known on a day', () => {
  /** Companies with quarterly filings, some with errors, restatements, repeats, splits and gaps. */
  function company(random: Random): readonly KnownFact[] {
    let shares = random.pick([10, 100]);
    const facts: KnownFact[] = [];
    for (let year = 2019; year < 2023; year += 1) {
      if (random.chance(0.3)) shares *= random.pick([2, 4, 0.1]);
      const perShare = Array.from({ length: 4 }, () => random.below(400) / 100 - 1);
      facts.push(...aYear(year, { shares, perShare }).filter(() => random.chance(0.9)));
      if (random.chance(0.5)) facts.push(...filed({ on: `${year + 1}-06-10`, form: '10-K/A', says: { [yearOf(year)]: { eps: random.below(900) / 100, income: random.below(90), shares } } }));
      if (random.chance(0.5)) facts.push(...filed({ on: `${year + 1}-11-05`, says: { [nineMonthsOf(year)]: { income: random.below(40), eps: 1, shares } } }));
      if (random.chance(0.3)) facts.push(...filed({ on: `${year + 1}-02-20`, form: '8-K', says: { [quartersOf(year)[3]]: { income: random.below(20), eps: 0.4, shares } } }));
    }
    return facts;
  }

  const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);

  it.each(SEEDS)('are those of the filings of that day and before, whatever came later (company %i)', (seed) => {
    const facts = company(new Random(seed));
    const days = [...new Set(facts.map(({ knownOn: on }) => on))].sort();
    for (const day of days) {
      const upTo = facts.filter((fact) => fact.knownOn <= day);
      const told = (all: readonly KnownFact[]) => knownOn(all, day).map(({ knownUntil: _, ...version }) => version);
      expect(told(facts)).toEqual(told(upTo));
    }
  });

  it.each(SEEDS.slice(0, 10))('do not depend on the order of figures (company %i)', (seed) => {
    const random = new Random(seed);
    const facts = company(random);
    const shuffled = [...facts].sort(() => random.fraction() - 0.5);
    expect(earningsHistory(shuffled)).toEqual(earningsHistory(facts));
  });
});
