import fc from 'fast-check';
import { parseDecimal, percentToFraction } from '../../src/domain/decimal';
import { aPosition, nportText } from './nportFile';
import { nportReport } from './readNport';

describe('an N-PORT filing', () => {
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
        expect(nportReport(named).lines.map((line) => [line.name, line.marketValue, line.shares, line.publishedWeight, line.country])).toEqual(
          positions.map((one, i) => [one.name.trim(), one.valUSD, one.balance, percentToFraction(parseDecimal(percent(i)) ?? fail()), one.country]),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function fail(): never {
  throw new Error('A weight of this test is no number.');
}
