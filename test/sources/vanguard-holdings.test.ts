import { AssetClass } from '../../src/domain/assetClass';
import type { Refusal } from '../../src/domain/errors';
import { isoDate } from '../../src/domain/isoDate';
import type { Told } from '../../src/sources/tellable';
import vanguard from '../../src/sources/definitions/vanguard-holdings';
import type { HoldingLine, HoldingsReport } from '../../src/sources/HoldingsReport';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const told: Told = { fund: 'VTWO' };
const DAY = '2025-06-30T00:00:00-04:00';

/** A holding of half the fund; every field may be said otherwise. */
const aHolding = (fields: Readonly<Record<string, unknown>> = {}) => ({
  ...{ asOfDate: DAY, longName: 'Quarry Hill Stone Inc.', ticker: 'QRRY', cusip: '74799Q102', isin: 'US74799Q1022', sedol: 'B0QRRY1' },
  ...{ sharesHeld: '500', marketValue: '50000', percentWeight: '50.00', notionalValue: '0', holdingType: '' },
  ...fields,
});

const answer = (entity: unknown = [aHolding(), aHolding()], top: Readonly<Record<string, unknown>> = {}) => Buffer.from(JSON.stringify({ asOfDate: DAY, fund: { entity }, ...top }));

function reportOf(bytes: Buffer, said: Told = told): HoldingsReport {
  const [report] = vanguard.read(bytes, said).reports.holdings ?? [];
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

const lineOf = (fields: Readonly<Record<string, unknown>>): HoldingLine | undefined => reportOf(answer([aHolding(fields), aHolding()])).lines[0];

const refusals = (bytes: Buffer, said: Told = told): readonly Refusal[] => refusalsOf(() => vanguard.read(bytes, said));

describe('a Vanguard holdings file', () => {
  it('reads every holding, with the day it says and the fund it was told', () => {
    const { bytes } = fixture('vanguard-holdings', 'texts');
    const report = reportOf(bytes, { fund: 'vtwo' });
    expect(report).toMatchObject({ fund: 'VTWO', fundName: null, observedOn: '2025-06-30', knownOn: null, sharesOutstanding: null });
    expect(report.lines[0]).toEqual({
      ticker: 'QRRY',
      name: 'Quarry Hill Stone Inc.',
      identifiers: { cusip: '74799Q102', isin: 'US74799Q1022', lei: null },
      assetClass: AssetClass.EQUITY,
      sector: null,
      country: null,
      exchange: null,
      currency: null,
      shares: '500000',
      price: null,
      marketValue: '61250000',
      notionalValue: '0',
      publishedWeight: '0.6125',
    });
    expect(report.lines.map(({ ticker, assetClass }) => [ticker, assetClass])).toEqual([
      ['QRRY', AssetClass.EQUITY],
      ['CASH', AssetClass.EQUITY],
      [null, AssetClass.OTHER],
      ['FEN', AssetClass.EQUITY],
      [null, AssetClass.MONEY_MARKET],
    ]);
  });

  it('keeps every digit of a number that is no text, and reads powers of ten', () => {
    const { bytes } = fixture('vanguard-holdings', 'numbers');
    expect(reportOf(bytes).lines.map(({ shares, marketValue, publishedWeight }) => [shares, marketValue, publishedWeight])).toEqual([
      ['73476064', '155137361529.60', '0.6010'],
      ['12500000', '103250000000', '0.3990'],
      [null, '12345678901234567.89', null],
    ]);
    const written = answer().toString().replace('"marketValue":"50000"', '"marketValue":-1.25e-3');
    expect(reportOf(Buffer.from(written)).lines[0]?.marketValue).toBe('-0.00125');
  });

  it.each([
    [{ holdingType: 'Stock' }, AssetClass.EQUITY],
    [{ secMainType: 'Bond' }, AssetClass.FIXED_INCOME],
    [{ secSubType: 'Futures', secMainType: 'Equity' }, AssetClass.FUTURE],
    [{ holdingType: 'MONEY MARKET' }, AssetClass.MONEY_MARKET],
    [{ holdingType: 'CURRENCY' }, AssetClass.CASH],
    [{ holdingType: 'Q' }, AssetClass.EQUITY],
    [{ ticker: ' ', sedol: '' }, AssetClass.OTHER],
    [{ sharesHeld: null }, AssetClass.OTHER],
    [{ couponRate: '4.5' }, AssetClass.FIXED_INCOME],
  ])('calls %j %s', (fields, assetClass) => {
    expect(lineOf(fields)?.assetClass).toBe(assetClass);
  });

  it('tells a gap from a zero, and has no identity in blanks, placeholders and what fails its check digit', () => {
    expect(lineOf({ sharesHeld: ' ', ticker: '-', cusip: '000000000', isin: 'US74799Q1023' })).toMatchObject({
      ticker: null,
      shares: null,
      notionalValue: '0',
      identifiers: { cusip: null, isin: null },
    });
  });

  it('may be one holding without a list, and have its list at the top', () => {
    expect(reportOf(answer(aHolding({ percentWeight: '100' }))).lines).toHaveLength(1);
    expect(reportOf(Buffer.from(JSON.stringify({ entity: [aHolding({ percentWeight: '100' })] }))).lines).toHaveLength(1);
  });

  it('takes its day from the holdings, or as it was told, where none stands at the top', () => {
    expect(reportOf(answer(undefined, { asOfDate: null })).observedOn).toBe('2025-06-30');
    const undated = answer([aHolding({ asOfDate: '', percentWeight: '100' })], { asOfDate: undefined });
    expect(reportOf(undated, { ...told, observedOn: isoDate('2025-05-30') }).observedOn).toBe('2025-05-30');
    expect(refusals(undated)[0]?.reason).toBe('the file does not say which day: tell it, as in --observed-on 2024-09-27');
  });
});

describe('a Vanguard holdings file that cannot be read', () => {
  it('is refused with the path of each fault, all at once', () => {
    expect(refusals(answer([aHolding({ marketValue: '5 m', percentWeight: true }), aHolding({ longName: '', sharesHeld: [1], percentWeight: '100' }), 'x'])).slice(0, 5)).toEqual([
      { line: null, column: '$.fund.entity[2]', reason: 'expected an object, found string "x"' },
      { line: null, column: '$.fund.entity[0].percentWeight', reason: 'expected a text or a number, found boolean true' },
      { line: null, column: '$.fund.entity[0].marketValue', reason: 'expected a number, found "5 m"' },
      { line: null, column: '$.fund.entity[1].longName', reason: 'expected a name, found nothing' },
      { line: null, column: '$.fund.entity[1].sharesHeld', reason: 'expected a text or a number, found a list' },
    ]);
  });

  it('is refused if it holds fewer holdings than it says, or less than the whole fund', () => {
    expect(refusals(answer(undefined, { size: 1990 }))).toEqual([
      { line: null, column: '$.size', reason: 'expected 1990 holdings as it says, found 2: the list is a page of several' },
    ]);
    expect(refusals(answer([aHolding(), aHolding({ percentWeight: '47.99' })]))[0]?.reason).toBe(
      'the list: the weights sum to 97.99 %, outside 98 to 101 %: lines are missing, or too many',
    );
    const neither = answer([aHolding({ percentWeight: '100' }), aHolding({ marketValue: null, percentWeight: '' })]);
    expect(refusals(neither)[0]?.reason).toContain('(1 lack it, first on $.fund.entity[1]) nor every weight');
    expect(refusals(answer([], { size: 0 }))).toEqual([{ line: null, column: null, reason: 'the list: there is no holding' }]);
  });

  it('is refused if its days differ, or one cannot be read', () => {
    expect(refusals(answer([aHolding(), aHolding({ asOfDate: '2025-05-30T00:00:00-04:00' })]))).toEqual([
      { line: null, column: '$.fund.entity[1].asOfDate', reason: 'expected 2025-06-30 as above, found 2025-05-30' },
    ]);
    expect(refusals(answer(undefined, { asOfDate: '06/30/2025' }))).toEqual([
      { line: null, column: '$.asOfDate', reason: 'expected a day such as "2026-05-31T00:00:00-04:00", found "06/30/2025"' },
    ]);
    expect(refusals(answer(), { ...told, observedOn: isoDate('2025-07-01') })[0]?.reason).toBe('the file is about 2025-06-30, not about 2025-07-01 as was told');
  });

  it('is refused where no fund is told, or a shipped fund of another issuer', () => {
    expect(refusals(answer(), {})[0]?.reason).toBe('the file does not say which fund: tell it, as in --fund IWM');
    expect(refusals(answer(), { fund: 'IWM' })[0]?.reason).toBe('the file is of a fund of Vanguard, not of IWM, a fund of BlackRock, as was told');
  });

  it('is refused if it is JSON of something else, or none', () => {
    expect(refusals(Buffer.from('{"status":404,"message":"none"}'))).toEqual([{ line: null, column: '$.fund.entity', reason: 'expected a list of holdings, found status, message' }]);
    expect(refusals(Buffer.from('[1]'))[0]?.reason).toBe('expected an object with fund.entity, found another value');
    expect(refusals(Buffer.from('{"fund":{"entity":[01]}}'))[0]?.reason).toMatch(/^not JSON, or cut off: /);
  });

  it('is refused wherever it is cut', () => {
    const bytes = answer();
    for (let end = 0; end < bytes.length; end += 3) {
      expect({ end, refusals: refusals(bytes.subarray(0, end)).length }).toEqual({ end, refusals: 1 });
    }
  });
});
