import fc from 'fast-check';
import { AssetClass } from '../../src/domain/assetClass';
import { parseDecimal, percentToFraction } from '../../src/domain/decimal';
import type { Refusal } from '../../src/domain/errors';
import { isoDate } from '../../src/domain/isoDate';
import type { Told } from '../../src/sources/defineSource';
import nport from '../../src/sources/definitions/nport';
import type { HoldingLine, HoldingsReport } from '../../src/sources/HoldingsReport';
import { fixture } from './fixtures';
import { aPosition, type NportFile, nportText } from './nportFile';
import { refusalsOf } from './refusalsOf';

const told: Told = { fund: 'IMAG' };

function reportOf(text: string, said: Told = told): HoldingsReport {
  const [report] = nport.read(Buffer.from(text), said).reports.holdings ?? [];
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

/** A filing of this one position, and another that brings it to 100 %. */
const lineOf = (contents: Record<string, string | null>): HoldingLine | undefined =>
  reportOf(nportText({ positions: [aPosition(contents), aPosition()] })).lines[0];

const refusals = (file: NportFile, said: Told = told): readonly Refusal[] => refusalsOf(() => nport.read(Buffer.from(nportText(file)), said));
const reasons = (file: NportFile, said: Told = told): string[] => refusals(file, said).map(({ reason }) => reason);

describe('an N-PORT filing', () => {
  it('gives every position, with the day and the fund of its series', () => {
    const { bytes } = fixture('nport', 'index-fund');
    const { rowsRead, reports: { holdings: [report] = [] } } = nport.read(bytes, {});
    expect(rowsRead).toBe(5);
    expect(report).toMatchObject({ fund: 'IWM', fundName: 'iShares Russell 2000 Exchange-Traded Fund', observedOn: '2024-12-31', knownOn: null, sharesOutstanding: null });
    expect(report?.lines[0]).toEqual({
      ticker: null,
      name: 'QUARRY & HILL STONE INC CLASS A',
      identifiers: { cusip: '74799Q102', isin: 'US74799Q1022', lei: '549300QUARRYHILL0012' },
      assetClass: AssetClass.EQUITY,
      sector: null,
      country: 'US',
      exchange: null,
      currency: 'USD',
      shares: '5000.00000000',
      price: null,
      marketValue: '612500.00000000',
      notionalValue: null,
      publishedWeight: '0.61250000000000',
    });
    expect(report?.lines[4]).toMatchObject({ assetClass: AssetClass.FUTURE, shares: '10.00000000', marketValue: '-2100.50000000', notionalValue: '117050.25000000' });
  });

  it('may be an amendment in other writing: prefixes, CDATA, blank lines first, a nested contract of its own name and value', () => {
    const { bytes, told: saidThere } = fixture('nport', 'prefixed');
    const { lines, fundName } = reportOf(bytes.toString(), saidThere);
    expect(fundName).toBe('Imagined Balanced Fund, Inc.');
    expect(lines.map(({ name }) => name)).toEqual([
      'Nordfjord Kommune, 3.5% <senior> notes & more 2031',
      'Sparrow Income ETF',
      'Lastpenny Brands Inc',
      'Overnight Bank, Tri-party repo',
      'Overnight Bank, Payer swaption',
    ]);
    expect(lines[4]).toMatchObject({ assetClass: AssetClass.OPTION, identifiers: { cusip: null }, marketValue: '-0.5', shares: null, notionalValue: null });
  });

  it.each([
    ['EC', 'CORP', AssetClass.EQUITY],
    ['EP', 'CORP', AssetClass.EQUITY],
    ['EC', 'RF', AssetClass.FUND],
    ['EC', 'PF', AssetClass.FUND],
    ['DBT', 'UST', AssetClass.FIXED_INCOME],
    ['ABS-MBS', 'USGSE', AssetClass.FIXED_INCOME],
    ['ABS-CBDO', 'CORP', AssetClass.FIXED_INCOME],
    ['LON', 'CORP', AssetClass.FIXED_INCOME],
    ['SN', 'CORP', AssetClass.FIXED_INCOME],
    ['STIV', 'RF', AssetClass.MONEY_MARKET],
    ['RA', 'CORP', AssetClass.OTHER],
    ['COMM', 'OTHER', AssetClass.COMMODITY],
    ['RE', 'CORP', AssetClass.OTHER],
    ['DFE', 'OTHER', AssetClass.FORWARD],
    ['DE', 'OTHER', AssetClass.OTHER],
    ['NEW', 'CORP', AssetClass.OTHER],
  ])('calls %s of %s %s', (assetCat, issuerCat, assetClass) => {
    expect(lineOf({ assetCat, issuerCat })?.assetClass).toBe(assetClass);
  });

  it.each([
    ['futrDeriv', AssetClass.FUTURE],
    ['fwdDeriv', AssetClass.FORWARD],
    ['swapDeriv', AssetClass.SWAP],
    ['optionSwaptionWarrantDeriv', AssetClass.OPTION],
    ['othDeriv', AssetClass.OTHER],
  ])('goes by %s for a derivative', (kind, assetClass) => {
    expect(lineOf({ assetCat: 'DE', issuerCat: null, derivativeInfo: `<${kind} derivCat="X"/>` })?.assetClass).toBe(assetClass);
  });

  it('gives the category where it is an attribute', () => {
    const attributes = '<assetConditional desc="Shares" assetCat="EC"/><issuerConditional desc="Fund" issuerCat="RF"/>';
    const position = aPosition({ assetCat: null, issuerCat: null }).replace('<invCountry>', `${attributes}<invCountry>`);
    expect(reportOf(nportText({ positions: [position, aPosition()] })).lines[0]?.assetClass).toBe(AssetClass.FUND);
    expect(lineOf({ assetCat: null })?.assetClass).toBe(AssetClass.OTHER);
  });

  it.each([
    ['Quarry Inc', 'QUARRY INC., Class A', 'QUARRY INC., Class A'],
    ['Quarry Hill Stone Inc', 'Quarry Hill', 'Quarry Hill Stone Inc'],
    ['Quarry Inc', 'Common Stock', 'Quarry Inc'],
    ['Quarry Inc', 'N/A', 'Quarry Inc'],
    ['N/A', 'E-Mini Index', 'E-Mini Index'],
    ['Lender Bank', 'Swap 2031', 'Lender Bank, Swap 2031'],
  ])('calls the issue of %s titled %s: %s', (name, title, called) => {
    expect(lineOf({ name, title })?.name).toBe(called);
  });

  it('counts shares and contracts, but neither principal nor other units', () => {
    expect(['NS', 'NC', 'PA', 'OU'].map((units) => lineOf({ units })?.shares)).toEqual(['500.00', '500.00', null, null]);
  });

  it('counts what is short below zero, whether it is written with a sign or not', () => {
    expect(['500.00', '-500.00'].map((balance) => lineOf({ balance, payoffProfile: 'Short' })?.shares)).toEqual(['-500.00', '-500.00']);
  });

  it('tells a gap from a zero, and has no identity in placeholders or in what fails its check digit', () => {
    expect(lineOf({ balance: '0', cusip: '000000000', identifiers: '<isin value="N/A"/>', lei: '00000000000000000000', invCountry: 'XX' })).toMatchObject({
      shares: '0',
      identifiers: { cusip: null, isin: null, lei: null },
      country: null,
    });
    expect(lineOf({ balance: null, cusip: '74799Q103', identifiers: '<isin value="US74799Q1023"/><ticker value="QRRY"/>', invCountry: 'NA' })).toMatchObject({
      ticker: 'QRRY',
      shares: null,
      identifiers: { cusip: null, isin: null, lei: null },
      country: 'NA',
    });
  });

  it('gives no notional value in another currency than its market values', () => {
    const future = (curCd: string) => `<futrDeriv derivCat="FUT"><notionalAmt>99</notionalAmt><curCd>${curCd}</curCd></futrDeriv>`;
    expect(['USD', 'EUR'].map((curCd) => lineOf({ derivativeInfo: future(curCd) })?.notionalValue)).toEqual(['99', null]);
  });

  it('reads as it was written, whatever the positions', () => {
    const number = fc.tuple(fc.constantFrom('', '-'), fc.nat(), fc.stringMatching(/^\d{0,8}$/)).map(([sign, whole, part]) => `${sign}${whole}${part && '.'}${part}`);
    const name = fc.stringMatching(/^[A-Za-z&<>"'é][A-Za-z0-9 &<>"'é.,-]{0,20}[A-Za-z&<>é]$/);
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;');
    const writing = fc.constantFrom(escaped, (text: string) => `<!-- a comment --><![CDATA[${text}]]>`, (text: string) => `\n  ${escaped(text)}\t`);
    const position = fc.record({ name, valUSD: number, balance: number, pctVal: number, write: writing, country: fc.constantFrom('US', 'KY', null) });
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 6 }), fc.constantFrom('', 'n:'), (positions, prefix) => {
        const percent = (i: number): string => (i === 0 ? '100' : `0.${String(i)}`);
        const text = nportText({
          positions: positions.map((one, i) =>
            aPosition({ name: one.write(one.name), title: null, valUSD: one.valUSD, balance: one.balance, pctVal: percent(i), invCountry: one.country }),
          ),
        });
        const named = prefix === '' ? text : text.replaceAll(/<(\/?)(?=[a-z])(?![^[]*\]\]>)/gi, `<$1${prefix}`);
        expect(reportOf(named).lines.map((line) => [line.name, line.marketValue, line.shares, line.publishedWeight, line.country])).toEqual(
          positions.map((one, i) => [one.name.trim(), one.valUSD, one.balance, percentToFraction(parseDecimal(percent(i)) ?? fail()), one.country]),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('the fund and day of an N-PORT filing', () => {
  it('are those of its series, whatever that is called', () => {
    const general = { seriesId: 'S000004344', seriesName: 'Renamed Fund' };
    expect(reportOf(nportText({ general }), {})).toMatchObject({ fund: 'IWM', fundName: 'Renamed Fund' });
    expect(reasons({ general }, { fund: 'IWO' })).toEqual(['the file is about "Renamed Fund", not about IWO as was told']);
  });

  it('are those of the registrant, where that is no series of a trust', () => {
    const general = { seriesId: 'N/A', seriesName: 'N/A', regName: 'SPDR S&amp;P 500 ETF TRUST', regCik: '884394' };
    expect(reportOf(nportText({ general }), {})).toMatchObject({ fund: 'SPY', fundName: 'SPDR S&P 500 ETF TRUST' });
  });

  it('go by the name, where the filing has no number', () => {
    expect(reportOf(nportText({ general: { seriesId: null, regCik: null, seriesName: 'ISHARES RUSSELL 2000 ETF' } }), {}).fund).toBe('IWM');
  });

  it('are asked for where they are not said', () => {
    expect(reasons({}, {})).toEqual(['the file does not say which fund "Imagined Small Companies ETF" is: tell it, as in --fund IWM']);
    expect(reasons({ general: { repPdDate: null } })).toEqual(['the file does not say which day: tell it, as in --observed-on 2024-09-27']);
  });

  it('are refused where a shipped fund is told of another series', () => {
    expect(reasons({}, { fund: 'iwm' })).toEqual(['the file is about "Imagined Small Companies ETF", not about IWM as was told']);
    expect(reasons({ general: { seriesName: 'iShares Russell 2000 ETF' } }, { fund: 'IWM' })).toEqual(['the file is about "iShares Russell 2000 ETF", not about IWM as was told']);
  });

  it('are refused where another day is told, or none can be read', () => {
    expect(reasons({}, { ...told, observedOn: isoDate('2024-11-30') })).toEqual(['the file is about 2024-12-31, not about 2024-11-30 as was told']);
    expect(refusals({ general: { repPdDate: '12/31/2024' } })).toEqual([
      { line: 4, column: 'genInfo/repPdDate', reason: 'expected a day written YYYY-MM-DD, found "12/31/2024"' },
    ]);
  });
});

describe('an N-PORT filing that cannot be read', () => {
  it('is refused with the line and place of each fault, all at once', () => {
    expect(refusals({ positions: [aPosition({ valUSD: '5e3' }), aPosition({ name: null, title: 'N/A', pctVal: '50 %' })] }).slice(0, 3)).toEqual([
      { line: 15, column: 'invstOrSec[1]/valUSD', reason: 'expected a number, found "5e3"' },
      { line: 22, column: 'invstOrSec[2]/name', reason: 'expected a name, found nothing' },
      { line: 31, column: 'invstOrSec[2]/pctVal', reason: 'expected a number, found "50 %"' },
    ]);
  });

  it.each([
    ['47.49', '94.98'],
    ['57.51', '115.02'],
  ])('is refused if two positions weigh %s %% each', (pctVal, total) => {
    const positions = [aPosition({ pctVal }), aPosition({ pctVal })];
    expect(reasons({ positions })).toEqual([`the filing: the weights sum to ${total} %, outside 95 to 115 %: lines are missing, or too many`]);
  });

  it('is refused without a position, without a weight at all, and if some lack a weight and others a value', () => {
    expect(reasons({ positions: [] })).toEqual(['the filing: there is no row below the header']);
    expect(reasons({ positions: [aPosition({ pctVal: 'N/A' })] })).toEqual(['no position has a pctVal, and so nothing shows whether all are here']);
    expect(reasons({ positions: [aPosition({ pctVal: null }), aPosition({ valUSD: null, pctVal: '100' })] })).toEqual([
      'the filing: neither is every market value given (1 lack it, first on line 21) nor every weight (1 lack it, first on line 6)',
    ]);
  });

  it('is refused if it is another form, another document, or two', () => {
    expect(refusals({ form: 'N-CEN' })).toEqual([{ line: 2, column: 'submissionType', reason: 'expected a form NPORT-P, found "N-CEN"' }]);
    expect(refusalsOf(() => nport.read(Buffer.from('<feed/>'), told))).toEqual([{ line: 1, column: null, reason: 'expected <edgarSubmission>, found <feed>' }]);
    expect(refusalsOf(() => nport.read(Buffer.from(`${nportText()}\n<edgarSubmission/>`), told))[0]?.reason).toBe('expected the end of the file, found <edgarSubmission>');
  });

  it('is refused wherever it is cut', () => {
    const bytes = Buffer.from(nportText());
    for (let end = 0; end < bytes.length; end += 5) {
      expect({ end, refusals: refusalsOf(() => nport.read(bytes.subarray(0, end), told)).length }).toEqual({ end, refusals: 1 });
    }
    expect(refusalsOf(() => nport.read(bytes.subarray(0, 700), told))[0]?.reason).toMatch(/^the file ends within <\w+>: it was cut off$/);
  });

  it('expands no entity that it declares itself, neither from its own text nor from a file', () => {
    const doctype = '<!DOCTYPE edgarSubmission [<!ENTITY own "Alpha"><!ENTITY file SYSTEM "file:///etc/hostname">]>';
    expect(reportOf(nportText({ prolog: doctype })).lines).toHaveLength(2);
    for (const entity of ['&own;', '&file;', '&nbsp;']) {
      expect(refusals({ prolog: doctype, positions: [aPosition({ name: entity })] })).toEqual([{ line: 7, column: null, reason: 'not XML: Invalid character entity' }]);
    }
  });
});

function fail(): never {
  throw new Error('A weight of this test is no number.');
}
