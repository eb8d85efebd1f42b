import fc from 'fast-check';
import { nearest, oneSlipFrom } from '../../src/domain/near';

describe('what is near to a name that is not known', () => {
  it.each([
    ['in other letters, alone', 'iwm', ['IWB', 'IWM'], ['IWM']],
    ['with a letter too few', 'UNRAT', ['UNRATE', 'PAYEMS'], ['UNRATE']],
    ['with two letters exchanged', 'AALP', ['AAPL', 'MSFT'], ['AAPL']],
    ['by its beginning', 'soft', ['soft-landing', 'fed-easing'], ['soft-landing']],
    ['the nearest first, and at most three', 'RUX', ['RUTX', 'RUA', 'RU', 'RUX1', 'SPX'], ['RU', 'RUA', 'RUTX']],
    ['nothing where two of three letters differ', 'QQQ', ['IWM', 'QQX1'], []],
    ['nothing to nothing', '', ['A'], []],
    ['nothing to what is no name', 'x'.repeat(41), ['x'.repeat(41)], []],
  ])('%s', (_, said, known, expected) => {
    expect(nearest(said, known)).toEqual(expected);
  });

  it('is found among all texts one slip away, each of which is near', () => {
    const ticker = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(ticker, fc.nat(), (said, n) => {
        const slips = oneSlipFrom(said, 'ABC');
        const slip = slips[n % slips.length] ?? '';
        expect(nearest(said, [slip])).toEqual([slip]);
        expect(oneSlipFrom(slip, 'ABC')).toContain(said);
      }),
    );
  });

  it('is no more than a few hundred texts, none of a long one', () => {
    expect(oneSlipFrom('GOOGL', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-').length).toBeLessThan(450);
    expect([oneSlipFrom('A'.repeat(13), 'A'), oneSlipFrom('Ä', 'A')]).toEqual([[], []]);
  });
});
