import { cusipOfIsin, identifiersOf, parseCusip, parseIsin, parseLei } from '../../src/domain/identifiers';

describe('a CUSIP', () => {
  it.each(['037833100', '594918104', '02079K305', '084670702', '67066G104', '30303M102'])('is %s, as its check digit says', (cusip) => {
    expect(parseCusip(cusip)).toBe(cusip);
  });

  it('is not what its user made up, though its check digit fits', () => {
    expect(['999USDZ92', '999EURZ90', '99999Z990'].map(parseCusip)).toEqual([undefined, undefined, undefined]);
  });

  it.each(['037833101', '37833100', '0378331000', '000000000', '', 'N/A', '02079k305'])('is not %j', (text) => {
    expect(parseCusip(text)).toBeUndefined();
  });
});

describe('an ISIN', () => {
  it.each(['US0378331005', 'US02079K3059', 'GB0002634946', 'AU0000XVGZA3'])('is %s, as its check digit says', (isin) => {
    expect(parseIsin(isin)).toBe(isin);
  });

  it.each(['US0378331006', 'US037833100', '0378331005US', ''])('is not %j', (text) => {
    expect(parseIsin(text)).toBeUndefined();
  });

  it('holds a CUSIP where it is of the United States or Canada, and none elsewhere', () => {
    expect(['US0378331005', 'CA0679011084', 'GB0002634946'].map(cusipOfIsin)).toEqual(['037833100', '067901108', null]);
  });
});

describe('what a source gives as identifiers', () => {
  it('are those that are sound, in capitals', () => {
    expect(identifiersOf({ cusip: '02079k305', isin: 'us0378331006', lei: 'N/A' })).toEqual({ cusip: '02079K305', isin: null, lei: null });
    expect(identifiersOf({ cusip: null })).toEqual({ cusip: null, isin: null, lei: null });
  });
});

describe('an LEI', () => {
  it('is twenty letters and digits that end in two digits', () => {
    expect(['HWUPKR0MPOU8FGXBT394', 'HWUPKR0MPOU8FGXBT39', 'N/A'].map(parseLei)).toEqual(['HWUPKR0MPOU8FGXBT394', undefined, undefined]);
  });
});
