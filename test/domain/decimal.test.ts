import fc from 'fast-check';
import { type Decimal, difference, parseDecimal, percentToFraction, rounded, sum } from '../../src/domain/decimal';

/** A whole number of units of 10^-scale, and the decimal that says it. */
const scaled = fc.record({ units: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), scale: fc.integer({ min: 0, max: 12 }) });

function written({ units, scale }: { units: bigint; scale: number }): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return decimal(`${units < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`);
}

function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal.`);
  return value;
}

/** Units of 10^-20, exactly. */
function unitsOf(number: string): bigint {
  const [whole = '', part = ''] = number.replace('-', '').split('.');
  const units = BigInt(whole + part.padEnd(20, '0'));
  return number.startsWith('-') ? -units : units;
}

describe('a decimal', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['1,234.50', '1234.50'],
    ['-151,604,687.06', '-151604687.06'],
    ['0.00', '0.00'],
    ['0', '0'],
    ['1,000,000', '1000000'],
  ])('is read from %s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it.each(['', '-', ' 1', '1 ', '+1', '1.', '.5', '1e3', '12,34.5', '1234,567', ',123', '1,23', '1.2.3', '1,234.5,6', 'NaN', '$1', '(1)', '1%', '--1', '١'])(
    'is not read from "%s"',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it('keeps every digit of any number, with its thousands separated or not', () => {
    fc.assert(
      fc.property(scaled, (number) => {
        const [whole = '', ...part] = written(number).split('.');
        const separated = [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...part].join('.');
        expect(parseDecimal(separated)).toBe(written(number));
      }),
    );
  });
});

describe('a percentage as a fraction', () => {
  it.each([
    ['0.50', '0.0050'],
    ['-0.22', '-0.0022'],
    ['100', '1.00'],
    ['0.00', '0.0000'],
    ['7', '0.07'],
    ['12345.678', '123.45678'],
  ])('is, of %s', (percent, fraction) => {
    expect(percentToFraction(decimal(percent))).toBe(fraction);
  });

  it('is exactly a hundredth, and written as a decimal', () => {
    fc.assert(
      fc.property(scaled, (number) => {
        const fraction = percentToFraction(written(number));
        expect(parseDecimal(fraction)).toBe(fraction);
        expect(unitsOf(fraction) * 100n).toBe(unitsOf(written(number)));
      }),
    );
  });
});

describe('a sum of decimals', () => {
  it.each([
    [[], '0'],
    [['0.1', '0.2'], '0.3'],
    [['-0.05', '0.04'], '-0.01'],
    [['1', '-1.00'], '0.00'],
    [['99999999999999999999.99', '0.01'], '100000000000000000000.00'],
  ])('of %j is %s', (numbers, total) => {
    expect(sum(numbers.map(decimal))).toBe(total);
  });

  it('is exact, in any order', () => {
    fc.assert(
      fc.property(fc.array(scaled, { maxLength: 12 }), (numbers) => {
        const decimals = numbers.map(written);
        const exact = decimals.reduce((total, number) => total + unitsOf(number), 0n);
        expect(unitsOf(sum(decimals))).toBe(exact);
        expect(sum([...decimals].reverse())).toBe(sum(decimals));
      }),
    );
  });
});

describe('a rounded float', () => {
  it.each([
    [1.005, 2, '1'],
    [-0.0000001, 6, '0'],
    [1234.5678, 2, '1234.57'],
    [8.26 / 7, 6, '1.18'],
    [1.5e22, 0, '15000000000000000000000'],
  ])('%p to %i digits is %s', (number, digits, text) => {
    expect(rounded(number, digits)).toBe(text);
  });

  it('is refused where it is not finite', () => {
    expect(() => rounded(Infinity, 2)).toThrow(RangeError);
  });
});

describe('a difference', () => {
  it('is exact', () => {
    expect(difference('0.3' as Decimal, '0.1' as Decimal)).toBe('0.2');
    expect(difference('-5' as Decimal, '-7.25' as Decimal)).toBe('2.25');
  });
});
