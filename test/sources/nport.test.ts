import { AssetClass } from '../../src/domain/assetClass';
import nport from '../../src/sources/definitions/nport';
import { fixture } from './fixtures';
import { aPosition, nportText } from './nportFile';
import { nportLineOf, nportReport, TOLD } from './readNport';
import { refusalsOf } from './refusalsOf';

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
    const { lines, fundName } = nportReport(bytes.toString(), saidThere);
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

  it('may stand within the text of its whole submission, with places counted in that', () => {
    const submission = (text: string, end = '\n') => [
      ...['<SEC-DOCUMENT>0001752724-25-000001.txt : 20250226', '<SEC-HEADER>', 'FILER: </SEC-HEADER>', '<DOCUMENT>', '<TYPE>NPORT-P'],
      ...['<TEXT>', '<XML>', text, '</XML>', '</TEXT>', '</DOCUMENT>', '<DOCUMENT>', '<TYPE>NPORT-EX', '</DOCUMENT>', '</SEC-DOCUMENT>'],
    ].join(end);
    expect(nportReport(submission(nportText()))).toEqual(nportReport(nportText()));
    expect(nportReport(submission(nportText(), '\r\n'))).toEqual(nportReport(nportText()));
    const faulty = submission(nportText({ positions: [aPosition({ valUSD: 'x' }), aPosition()] }));
    expect(refusalsOf(() => nport.read(Buffer.from(faulty), TOLD))).toMatchObject([{ line: 15 + 7, column: 'invstOrSec[1]/valUSD' }]);
    expect(['0001752724-25-000001.txt', 'primary_doc.xml', 'README.txt'].map((name) => nport.files.test(name))).toEqual([true, true, false]);
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
    expect(nportLineOf({ assetCat, issuerCat })?.assetClass).toBe(assetClass);
  });

  it.each([
    ['futrDeriv', AssetClass.FUTURE],
    ['fwdDeriv', AssetClass.FORWARD],
    ['swapDeriv', AssetClass.SWAP],
    ['optionSwaptionWarrantDeriv', AssetClass.OPTION],
    ['othDeriv', AssetClass.OTHER],
  ])('goes by %s for a derivative', (kind, assetClass) => {
    expect(nportLineOf({ assetCat: 'DE', issuerCat: null, derivativeInfo: `<${kind} derivCat="X"/>` })?.assetClass).toBe(assetClass);
  });

  it('gives the category where it is an attribute', () => {
    const attributes = '<assetConditional desc="Shares" assetCat="EC"/><issuerConditional desc="Fund" issuerCat="RF"/>';
    const position = aPosition({ assetCat: null, issuerCat: null }).replace('<invCountry>', `${attributes}<invCountry>`);
    expect(nportReport(nportText({ positions: [position, aPosition()] })).lines[0]?.assetClass).toBe(AssetClass.FUND);
    expect(nportLineOf({ assetCat: null })?.assetClass).toBe(AssetClass.OTHER);
  });

  it.each([
    ['Quarry Inc', 'QUARRY INC., Class A', 'QUARRY INC., Class A'],
    ['Quarry Hill Stone Inc', 'Quarry Hill', 'Quarry Hill Stone Inc'],
    ['Quarry Inc', 'Common Stock', 'Quarry Inc'],
    ['Quarry Inc', 'N/A', 'Quarry Inc'],
    ['N/A', 'E-Mini Index', 'E-Mini Index'],
    ['Lender Bank', 'Swap 2031', 'Lender Bank, Swap 2031'],
  ])('calls the issue of %s titled %s: %s', (name, title, called) => {
    expect(nportLineOf({ name, title })?.name).toBe(called);
  });

  it.each([
    ['Apple Inc', 'APPLE INC', 'APPLE INC'],
    ['Apple Inc', 'Apple Inc Common Stock USD.00001', 'Apple Inc'],
    ['APPLE INC', 'COMMON STOCK USD.00001', 'APPLE INC'],
    ['Apple Inc', 'Common Stock USD 0.00001', 'Apple Inc'],
    ['Apple Inc', 'Apple Inc - Ordinary Shares', 'Apple Inc'],
    ['Alphabet Inc', 'Alphabet Inc Class A Common Stock', 'Alphabet Inc Class A'],
    ['Amazon.com Inc', 'AMAZON.COM', 'Amazon.com Inc'],
    ['Wells Fargo Co', 'Preferred Stock', 'Wells Fargo Co, Preferred Stock'],
  ])('calls the share of %s titled %s: %s', (name, title, called) => {
    expect(nportLineOf({ name, title })?.name).toBe(called);
  });

  it('counts shares and contracts, but neither principal nor other units', () => {
    expect(['NS', 'NC', 'PA', 'OU'].map((units) => nportLineOf({ units })?.shares)).toEqual(['500.00', '500.00', null, null]);
  });

  it('counts what is short below zero, whether it is written with a sign or not', () => {
    expect(['500.00', '-500.00'].map((balance) => nportLineOf({ balance, payoffProfile: 'Short' })?.shares)).toEqual(['-500.00', '-500.00']);
  });

  it('tells a gap from a zero, and has no identity in placeholders or in what fails its check digit', () => {
    expect(nportLineOf({ balance: '0', cusip: '000000000', identifiers: '<isin value="N/A"/>', lei: '00000000000000000000', invCountry: 'XX' })).toMatchObject({
      shares: '0',
      identifiers: { cusip: null, isin: null, lei: null },
      country: null,
    });
    expect(nportLineOf({ balance: null, cusip: '74799Q103', identifiers: '<isin value="US74799Q1023"/><ticker value="QRRY"/>', invCountry: 'NA' })).toMatchObject({
      ticker: 'QRRY',
      shares: null,
      identifiers: { cusip: null, isin: null, lei: null },
      country: 'NA',
    });
  });

  it('gives no notional value in another currency than its market values', () => {
    const future = (curCd: string) => `<futrDeriv derivCat="FUT"><notionalAmt>99</notionalAmt><curCd>${curCd}</curCd></futrDeriv>`;
    expect(['USD', 'EUR'].map((curCd) => nportLineOf({ derivativeInfo: future(curCd) })?.notionalValue)).toEqual(['99', null]);
  });
});
