import { earningsHistory } from '../../src/domain/earnings/earningsHistory';
import { EarningsFlag, EarningsPeriod, FigureGround } from '../../src/domain/earnings/EarningsState';
import type { KnownFact } from '../../src/domain/earnings/KnownFact';
import { sourceByKey } from '../../src/sources/sources';
import { knownOn } from '../domain/earnings/known';
import { describeRealFiles, realFile } from '../support/realFiles';

const CIKS = { AAPL: '0000320193', NVDA: '0001045810', GOOGL: '0001652044', UAA: '0001336917', SNOW: '0001640147' } as const;
type Symbol = keyof typeof CIKS;
const SYMBOLS = Object.keys(CIKS) as readonly Symbol[];

const read = new Map<Symbol, readonly KnownFact[]>();

/** The figures of a company's real file. */
function factsOf(symbol: Symbol): readonly KnownFact[] {
  const there = read.get(symbol);
  if (there !== undefined) return there;
  const { reports } = sourceByKey('edgar-company-facts').read(realFile(`edgar/companyfacts/CIK${CIKS[symbol]}.json`), {});
  const facts = (reports.companyFacts?.[0]?.facts ?? []).map((fact, i) => ({ ...fact, id: String(i), knownOn: fact.filedOn }));
  read.set(symbol, facts);
  return facts;
}

const NEWEST = '2026-11-01';

const earned = (symbol: Symbol, fiscalYear: number, fiscalQuarter: number | null, day: string) =>
  knownOn(factsOf(symbol), day).find((version) => version.fiscalYear === fiscalYear && version.fiscalQuarter === fiscalQuarter);

describeRealFiles('the companies whose filings are at hand', () => {
  it.each<readonly [Symbol, number, number | null, string, string, string]>([
    ['AAPL', 2018, null, '2019-06-01', '11.91', 'FIRST'],
    ['AAPL', 2018, null, '2021-06-01', '2.98', 'SPLIT'],
    ['AAPL', 2008, null, '2009-12-01', '5.36', 'FIRST'],
    ['AAPL', 2008, null, '2010-06-01', '6.78', 'RESTATEMENT'],
    ['NVDA', 2024, null, '2024-06-01', '11.93', 'FIRST'],
    ['NVDA', 2024, null, '2025-06-01', '1.19', 'SPLIT'],
    ['AAPL', 2013, 4, '2014-05-01', '8.26', 'FIRST'],
    ['AAPL', 2013, 4, '2015-01-01', '1.18', 'SPLIT'],
  ])('%s earned in %i Q%p, as of %s, %s a share: %s', (symbol, year, quarter, day, eps, change) => {
    expect(earned(symbol, year, quarter, day)).toMatchObject({ eps: { value: eps }, change });
  });

  it('have no negative quarter of Alphabet but the loss it reported, nor of NVIDIA but its four', () => {
    const losses = (symbol: Symbol) =>
      knownOn(factsOf(symbol), NEWEST).flatMap(({ endOn, eps, netIncome }) =>
        Number(netIncome?.value ?? 0) < 0 || Number(eps?.value ?? 0) < 0 ? [[endOn, Number(netIncome?.value) / 1e6]] : [],
      );
    expect(losses('GOOGL')).toEqual([['2017-12-31', -3020]]);
    expect(losses('NVDA')).toEqual([
      ['2008-07-27', -120.929], ['2009-01-25', -147.665], ['2009-01-25', -30.041],
      ['2009-04-26', -201.338], ['2009-07-26', -105.302], ['2010-01-31', -67.987], ['2010-08-01', -140.961],
    ]);
    expect(earned('NVDA', 2009, 4, NEWEST)?.netIncome).toMatchObject({ value: '-147665000', ground: FigureGround.DERIVED });
  });

  it('have 76 fiscal years, 37 of them with a reported fourth quarter, of which six do not sum to the year and are flagged', () => {
    const counted = SYMBOLS.map((symbol) => {
      const all = knownOn(factsOf(symbol), NEWEST);
      const years = all.filter(({ period, netIncome }) => period === EarningsPeriod.YEAR && netIncome !== null);
      const grounds = years.map(({ endOn }) => all.find(({ period, endOn: end }) => period === EarningsPeriod.QUARTER && end === endOn)?.netIncome?.ground);
      const flagged = years.filter(({ flags }) => flags.includes(EarningsFlag.QUARTERS_DO_NOT_SUM));
      return [symbol, years.length, grounds.filter((ground) => ground === FigureGround.REPORTED).length, grounds.filter((ground) => ground === FigureGround.DERIVED).length, flagged.length];
    });
    expect(counted).toEqual([
      ['AAPL', 19, 12, 6, 0],
      ['NVDA', 19, 11, 7, 4],
      ['GOOGL', 13, 0, 12, 0],
      ['UAA', 18, 14, 3, 2],
      ['SNOW', 7, 0, 6, 0],
    ]);
    expect(counted.map((row) => row.slice(1)).reduce((a, b) => a.map((sum, i) => Number(sum) + Number(b[i])))).toEqual([76, 37, 34, 6]);
  });

  it('had these splits, each known from the first filing on the new basis', () => {
    const splits = SYMBOLS.map((symbol) => [symbol, earningsHistory(factsOf(symbol)).splits.map(({ ratio, shownOn }) => `${ratio} ${shownOn}`)]);
    expect(splits).toEqual([
      ['AAPL', ['7 2014-07-23', '4 2020-10-30']],
      ['NVDA', ['4 2021-08-20', '10 2024-08-28']],
      ['GOOGL', ['20 2022-07-27']],
      ['UAA', ['2 2012-08-06', '2 2014-05-07', '2 2016-04-29']],
      ['SNOW', []],
    ]);
  });

  it('moved one fiscal year: Under Armour from December to March, over a transition', () => {
    const around = knownOn(factsOf('UAA'), NEWEST).filter(({ endOn, period }) => period !== EarningsPeriod.YEAR && endOn > '2021-07' && endOn < '2022-10');
    expect(around.map(({ period, endOn, fiscalYear, fiscalQuarter }) => [period, endOn, fiscalYear, fiscalQuarter])).toEqual([
      ['QUARTER', '2021-09-30', 2021, 3],
      ['QUARTER', '2021-12-31', 2021, 4],
      ['TRANSITION', '2022-03-31', 2022, null],
      ['QUARTER', '2022-06-30', 2023, 1],
      ['QUARTER', '2022-09-30', 2023, 2],
    ]);
  });

  it('never tell on a day what was filed after it', () => {
    for (const symbol of SYMBOLS) {
      const facts = factsOf(symbol);
      for (const day of ['2010-06-01', '2012-03-13', '2014-07-23', '2016-04-28', '2020-10-30', '2022-08-04', '2024-08-27']) {
        const told = (all: readonly KnownFact[]) => knownOn(all, day).map(({ knownUntil: _, ...version }) => version);
        expect(told(facts)).toEqual(told(facts.filter((fact) => fact.filedOn <= day)));
      }
    }
  });
});
