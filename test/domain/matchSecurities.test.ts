import fc from 'fast-check';
import { AssetClass } from '../../src/domain/assetClass';
import { type Wording, matchSecurities } from '../../src/domain/matchSecurities';

const aWording = (cells: Partial<Wording> & Pick<Wording, 'listing'>): Wording => ({
  ...{ assetClass: AssetClass.EQUITY, ticker: null, name: cells.listing, cusip: null, isin: null },
  ...cells,
});
const apple = aWording({ listing: 'EQUITY:AAPL', ticker: 'AAPL', name: 'APPLE INC' });
const filed = aWording({ listing: 'EQUITY:CUSIP:037833100', cusip: '037833100', name: 'Apple, Inc.' });
const matched = (...wordings: readonly Wording[]) => Object.fromEntries(matchSecurities(wordings));

describe('listings', () => {
  it('are one security if they share a CUSIP, named by the one with a ticker', () => {
    expect(matched({ ...apple, cusip: '037833100', name: 'X' }, filed)).toEqual({
      'EQUITY:AAPL': { security: 'EQUITY:AAPL', by: 'TICKER' },
      'EQUITY:CUSIP:037833100': { security: 'EQUITY:AAPL', by: 'CUSIP' },
    });
  });

  it('share a CUSIP too where one gives it within its ISIN', () => {
    const byIsin = aWording({ listing: 'EQUITY:ISIN:US0378331005', isin: 'US0378331005' });
    expect(matched({ ...apple, cusip: '037833100' }, byIsin)['EQUITY:ISIN:US0378331005']).toEqual({ security: 'EQUITY:AAPL', by: 'CUSIP' });
  });

  it('are one security if they share an ISIN of another country', () => {
    const [here, there] = ['EQUITY:AZN', 'EQUITY:ISIN:GB0009895292'] as const;
    expect(matched(aWording({ listing: here, ticker: 'AZN', isin: 'GB0009895292' }), aWording({ listing: there, isin: 'GB0009895292' }))[there]).toEqual({
      ...{ security: here, by: 'ISIN' },
    });
  });

  it('are one security over a third that shares something with each', () => {
    const [first, second] = [aWording({ listing: 'EQUITY:A', ticker: 'A', cusip: '1' }), aWording({ listing: 'EQUITY:B', ticker: 'B', isin: 'GB2' })];
    expect(matched(second, first)['EQUITY:B']).toEqual({ security: 'EQUITY:B', by: 'TICKER' });
    expect(matched(second, first, aWording({ listing: 'EQUITY:CUSIP:1', cusip: '1', isin: 'GB2' }))).toEqual({
      'EQUITY:A': { security: 'EQUITY:A', by: 'TICKER' },
      'EQUITY:B': { security: 'EQUITY:A', by: 'ISIN' },
      'EQUITY:CUSIP:1': { security: 'EQUITY:A', by: 'CUSIP' },
    });
  });

  it('are matched by name where nothing else ties one to a ticker', () => {
    expect(matched(apple, filed)['EQUITY:CUSIP:037833100']).toEqual({ security: 'EQUITY:AAPL', by: 'NAME' });
  });

  it.each([
    ['AMAZON COM INC', 'Amazon.com Inc'],
    ['BLOOM ENERGY CLASS A CORP', 'Bloom Energy Corp, Class A'],
    ['ALPHABET INC CLASS A', 'ALPHABET INC CL A'],
    ['ELI LILLY', 'Eli Lilly & Co'],
    ['COCA-COLA', 'Coca-Cola Co/The'],
    ['PROCTER & GAMBLE', 'Procter and Gamble Co (The)'],
    ['THE CO', 'THE CO'],
  ])('bear one name if they are written %s and %s', (here, there) => {
    expect(matched({ ...apple, name: here }, { ...filed, name: there })['EQUITY:CUSIP:037833100']?.by).toBe('NAME');
  });

  it.each([
    ['ALPHABET INC CLASS A', 'ALPHABET INC CLASS C'],
    ['ALPHABET INC CLASS A', 'ALPHABET INC'],
    ['THE CO', 'THE CORP'],
  ])('bear two names if they are written %s and %s', (here, there) => {
    expect(matched({ ...apple, name: here }, { ...filed, name: there })['EQUITY:CUSIP:037833100']?.by).toBe('NONE');
  });

  it.each([
    ['a name that two tickers bear', [apple, filed, { ...apple, listing: 'EQUITY:APPL', ticker: 'APPL' }]],
    ['a name that two others bear', [apple, filed, { ...filed, listing: 'EQUITY:CUSIP:2', cusip: '2' }]],
    ['two names, each of another ticker', [apple, filed, { ...filed, name: 'PEAR INC' }, { ...apple, listing: 'EQUITY:PEAR', ticker: 'PEAR', name: 'PEAR INC' }]],
    ['a ticker that has another CUSIP', [{ ...apple, cusip: '3' }, filed]],
    ['a name of another asset class', [{ ...apple, assetClass: AssetClass.FUND }, filed]],
  ])('are left unmatched over %s', (_what, wordings) => {
    expect(matched(...wordings)['EQUITY:CUSIP:037833100']).toEqual({ security: 'EQUITY:CUSIP:037833100', by: 'NONE' });
  });

  it('without ticker or identifier are told apart by their names', () => {
    const warrant = aWording({ listing: 'EQUITY:-:APPLE INC', name: 'APPLE INC' });
    expect(matched(apple, warrant)['EQUITY:-:APPLE INC']).toEqual({ security: 'EQUITY:-:APPLE INC', by: 'NAME' });
  });
});

describe('matching', () => {
  const wording = fc
    .record({
      listing: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
      ticker: fc.constantFrom(null, 'T'),
      name: fc.constantFrom('ONE', 'TWO', 'THREE'),
      cusip: fc.constantFrom(null, null, '1', '2', '3'),
      isin: fc.constantFrom(null, null, 'GB1', 'GB2', 'US0000000010'),
    })
    .map((cells) => aWording(cells));

  it('gives the same whatever order the wordings come in', () => {
    const shuffled = fc.array(wording, { maxLength: 12 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(fc.property(shuffled, ([one, other]) => expect(matched(...other)).toEqual(matched(...one))), { numRuns: 2_000 });
  });

  it('names a security by one of its own listings, and matches every listing', () => {
    fc.assert(
      fc.property(fc.array(wording, { maxLength: 12 }), (wordings) => {
        const found = matchSecurities(wordings);
        expect([...found.keys()].sort()).toEqual([...new Set(wordings.map(({ listing }) => listing))].sort());
        for (const { security } of found.values()) expect(found.get(security)?.security).toBe(security);
      }),
    );
  });
});
