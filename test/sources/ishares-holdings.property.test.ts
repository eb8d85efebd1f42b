import fc from 'fast-check';
import { AssetClass } from '../../src/domain/assetClass';
import { type Decimal, parseDecimal, percentToFraction } from '../../src/domain/decimal';
import ishares from '../../src/sources/definitions/ishares-holdings';
import { NO_IDENTIFIERS } from '../../src/domain/identifiers';
import type { HoldingLine } from '../../src/sources/HoldingsReport';
import { COLUMNS, FOOTER, PREAMBLE } from './isharesFile';

const WORDS: Readonly<Record<string, AssetClass>> = {
  Equity: AssetClass.EQUITY,
  Futures: AssetClass.FUTURE,
  Cash: AssetClass.CASH,
  Curios: AssetClass.OTHER,
};

/** A published number and how the issuer writes it: two decimals, thousands separated. */
const number = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 99 }))
  .map(([sign, whole, cents]) => ({
    value: `${sign}${whole}.${String(cents).padStart(2, '0')}`,
    written: `${sign}${whole.toLocaleString('en-US')}.${String(cents).padStart(2, '0')}`,
  }));
const gap = fc.constantFrom({ value: null, written: '-' }, { value: null, written: '' });
const text = fc.stringMatching(/^[A-Z][A-Za-z0-9 .,&'$%()é]{0,18}[A-Za-z0-9.]$/);
const optionalText = fc.oneof(text.map((written) => ({ value: written, written })), gap);
const optionalNumber = fc.oneof(number, gap);

const row = fc.record({
  Ticker: optionalText,
  Name: text.map((written) => ({ value: written, written })),
  Sector: optionalText,
  'Asset Class': fc.constantFrom(...Object.keys(WORDS)).map((written) => ({ value: written, written })),
  'Market Value': number,
  'Notional Value': optionalNumber,
  Quantity: optionalNumber,
  Price: optionalNumber,
  Location: optionalText,
  Exchange: optionalText,
  Currency: optionalText,
});

const layout = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 8 }),
  columns: fc.shuffledSubarray(COLUMNS, { minLength: COLUMNS.length }),
  bom: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  footer: fc.constantFrom([], [''], FOOTER),
  quantity: fc.constantFrom('Quantity', 'Shares'),
});

/** Weights of `count` rows, in percent, that sum to 100. */
const weights = (count: number): string[] => Array.from({ length: count }, (_, i) => (i === 0 ? `${100 - (count - 1)}.00` : '1.00'));

const decimal = (text: string | null): Decimal | null => (text === null ? null : (parseDecimal(text) ?? null));

describe('a report written as the issuer writes it', () => {
  it('reads back the same, in any order of columns, with or without byte order mark and footer, whatever ends its lines', () => {
    fc.assert(
      fc.property(layout, ({ rows, columns, bom, eol, footer, quantity }) => {
        const percents = weights(rows.length);
        const cellsOf = (i: number): Readonly<Record<string, string>> => ({
          ...Object.fromEntries(Object.entries(rows[i] ?? {}).map(([column, { written }]) => [column, written])),
          'Weight (%)': percents[i] ?? '',
        });
        const table = rows.map((_, i) => columns.map((column) => `"${cellsOf(i)[column] ?? '1.00'}"`).join(','));
        const header = columns.map((column) => (column === 'Quantity' ? quantity : column)).join(',');
        const file = `${bom ? '\ufeff' : ''}${[...PREAMBLE, header, ...table, ...footer].join(eol)}`;

        const expected = rows.map((one, i): HoldingLine => ({
          ticker: one.Ticker.value,
          name: one.Name.value,
          identifiers: NO_IDENTIFIERS,
          assetClass: WORDS[one['Asset Class'].value] ?? AssetClass.OTHER,
          sector: one.Sector.value,
          country: one.Location.value,
          exchange: one.Exchange.value,
          currency: one.Currency.value,
          shares: decimal(one.Quantity.value),
          price: decimal(one.Price.value),
          marketValue: decimal(one['Market Value'].value),
          notionalValue: decimal(one['Notional Value'].value),
          publishedWeight: percentToFraction(parseDecimal(percents[i] ?? '') ?? fail()),
        }));
        expect(ishares.read(Buffer.from(file), {}).reports.holdings?.[0]?.lines).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

function fail(): never {
  throw new Error('A weight of this test is no number.');
}
