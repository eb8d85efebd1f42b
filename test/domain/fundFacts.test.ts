import { parseDecimal } from '../../src/domain/decimal';
import { expenseRatios } from '../../src/domain/expenseRatios';
import { inceptionSources, secSources } from '../../src/domain/fundFacts';
import { funds, indices } from '../../src/domain/funds';
import { type IsoDate, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';

const symbols = funds.map(({ symbol }) => symbol);
const ratiosOf = (symbol: string) => expenseRatios.filter(({ fund }) => fund === symbol);

/** The ratio that a reader on `asOf` would take for the one in force. */
const ratioAsOf = (symbol: string, asOf: IsoDate) =>
  ratiosOf(symbol).filter(({ observedOn, knownOn }) => observedOn <= asOf && knownOn <= asOf).at(-1)?.ratio ?? null;

describe('the shipped funds', () => {
  it('stand in order, each once, and follow a shipped index or none', () => {
    expect(symbols).toEqual([...new Set(symbols)].sort());
    expect(new Set(indices.map(({ code }) => code)).size).toBe(indices.length);
    const codes = indices.map(({ code }) => code);
    expect(funds.filter(({ indexCode }) => indexCode !== null && !codes.includes(indexCode))).toEqual([]);
    expect(codes.filter((code) => !funds.some(({ indexCode }) => indexCode === code))).toEqual([]);
  });

  it('have a registrant of ten digits, and a series that no other has, but for SPY, a trust without one', () => {
    expect(funds.filter(({ cik }) => !/^\d{10}$/.test(cik))).toEqual([]);
    const series = funds.flatMap(({ seriesId }) => seriesId ?? []);
    expect(series.filter((id) => !/^S\d{9}$/.test(id))).toEqual([]);
    expect(new Set(series).size).toBe(series.length);
    expect(funds.filter(({ seriesId }) => seriesId === null).map(({ symbol }) => symbol)).toEqual(['SPY']);
    expect(secSources.SPY.url).toContain(`/${Number(funds.find(({ symbol }) => symbol === 'SPY')?.cik)}/`);
  });

  it.each([
    ['IWM', '0001100663', 'S000004344', '2000-05-22'],
    ['VTWO', '0001021882', 'S000030003', '2010-09-20'],
    ['VOO', '0000036405', 'S000002839', '2010-09-07'],
    ['SPY', '0000884394', null, '1993-01-22'],
  ])('know %s by the numbers that the SEC gives it, and its first day', (symbol, cik, seriesId, inceptionOn) => {
    expect(funds.find((fund) => fund.symbol === symbol)).toMatchObject({ cik, seriesId, inceptionOn });
  });

  it('name a source for each first day, and say none of four for which there was no source', () => {
    const begun = funds.filter(({ inceptionOn }) => inceptionOn !== null).map(({ symbol }) => symbol);
    expect([...inceptionSources.keys()]).toEqual(begun);
    expect(symbols.filter((symbol) => !begun.includes(symbol))).toEqual(['AVSC', 'AVUV', 'IWD', 'IWF', 'IWN']);
  });
});

describe('the expense ratios', () => {
  it('are there for every shipped fund and no other', () => {
    expect([...new Set(expenseRatios.map(({ fund }) => fund))]).toEqual(symbols);
  });

  it('are fractions below two percent, and none is zero', () => {
    const read = expenseRatios.map(({ ratio }) => Number(parseDecimal(ratio)));
    expect(read.filter((ratio) => !(ratio > 0 && ratio < 0.02))).toEqual([]);
  });

  it("stand in the order of a fund's days, and each differs from the one before", () => {
    for (const symbol of symbols) {
      const days = ratiosOf(symbol).map(({ observedOn }) => observedOn);
      expect(days).toEqual([...new Set(days)].sort());
      const known = ratiosOf(symbol).map(({ knownOn }) => knownOn);
      expect(known).toEqual([...known].sort());
      const ratios = ratiosOf(symbol).map(({ ratio }) => Number(ratio));
      expect(ratios.filter((ratio, i) => ratio === ratios[i - 1])).toEqual([]);
    }
  });

  it.each([
    ['IWM', '2014-09-18', null],
    ['IWM', '2014-09-19', '0.0024'],
    ['IWM', '2016-08-03', '0.0020'],
    ['IWM', '2026-11-23', '0.0019'],
    ['VTWO', '2025-12-03', '0.0010'],
    ['VTWO', '2025-12-04', '0.0007'],
    ['IVV', '2012-10-16', null],
    ['IVV', '2012-10-17', '0.0007'],
    ['QQQ', '2025-12-21', '0.0020'],
    ['QQQ', '2025-12-22', '0.0018'],
    ['SPY', '2026-11-23', '0.000945'],
  ])('read for %s on %s as its source has it', (symbol, asOf, ratio) => {
    expect(ratioAsOf(symbol, isoDate(asOf))).toBe(ratio);
  });
});

describe('the dated facts of funds', () => {
  it('were known on or after their day, but for those announced ahead', () => {
    expect(expenseRatios.filter(({ observedOn, knownOn }) => knownOn < observedOn)).toMatchObject([
      { fund: 'IJR', observedOn: '2012-10-17', knownOn: '2012-10-15' },
      { fund: 'IVV', observedOn: '2012-10-17', knownOn: '2012-10-15' },
      { fund: 'QQQ', observedOn: '2025-12-22', knownOn: '2025-12-19' },
    ]);
  });

  it('are proven from the day they were known where the source prints its day, else from the day it was read', () => {
    for (const { knownOn, knownOnBasis, provenOn } of expenseRatios) {
      expect([KnownOnBasis.VINTAGE, KnownOnBasis.LAG_ASSUMED]).toContain(knownOnBasis);
      expect(provenOn).toBe(knownOnBasis === KnownOnBasis.VINTAGE ? knownOn : '2026-11-23');
    }
  });

  it('are of shipped funds within their lives, and name a publisher, a title and an address', () => {
    for (const { fund, observedOn, source } of expenseRatios) {
      const inceptionOn = funds.find(({ symbol }) => symbol === fund)?.inceptionOn;
      expect(inceptionOn === undefined || (inceptionOn !== null && inceptionOn > observedOn)).toBe(false);
      expect(source.publisher).not.toBe('');
      expect(source.title).not.toBe('');
      expect(source.url).toMatch(/^https?:\/\/\S+$/);
    }
  });
});
