import { type Decimal, parseDecimal, percentToFraction } from '../domain/decimal';
import { identifiersOf } from '../domain/identifiers';
import type { HoldingLine } from './HoldingsReport';
import { nportAssetClass, nportName, NOTHING } from './nportWords';
import type { Refusals } from './Refusals';
import { elementAt, type XmlElement } from './readXml';

/** Units in which a balance counts pieces: shares, and contracts. The others are principal, and what the filer describes. */
const COUNTED = ['NS', 'NC'];

/**
 * A position, as an element `invstOrSec`; it is the `ordinal`th of the filing, from 1. Values are in US dollars,
 * whatever the position's own currency. `shares` is null of a principal amount and of other units, since
 * those count nothing. Notional values are those in US dollars, of futures and swaps.
 */
export function nportLine(position: XmlElement, ordinal: number, refusals: Refusals): HoldingLine {
  const text = (path: string): string | null => said(elementAt(position, path)?.text);
  const attribute = (path: string, name: string): string | null => said(elementAt(position, path)?.attributes.get(name));
  const decimal = (path: string): Decimal | null => {
    const element = elementAt(position, path);
    if (element === undefined || /^(N\/?A|)$/i.test(element.text)) return null;
    const value = parseXmlDecimal(element.text);
    if (value === undefined) {
      const column = `invstOrSec[${ordinal}]/${path}`;
      refusals.add({ line: element.line, column, reason: `expected a number, found "${element.text.slice(0, 80)}"` });
    }
    return value ?? null;
  };

  const name = nportName(text('name'), text('title'));
  if (name === null) {
    refusals.add({ line: position.line, column: `invstOrSec[${ordinal}]/name`, reason: 'expected a name, found nothing' });
  }
  const derivative = elementAt(position, 'derivativeInfo')?.children[0]?.name ?? null;
  const contract = `derivativeInfo/${derivative}`;
  const balance = decimal('balance');
  const percent = decimal('pctVal');
  const country = text('invCountry');
  return {
    ticker: attribute('identifiers/ticker', 'value'),
    name: name ?? '',
    identifiers: identifiersOf({ cusip: text('cusip'), isin: attribute('identifiers/isin', 'value'), lei: text('lei') }),
    assetClass: nportAssetClass(
      text('assetCat') ?? attribute('assetConditional', 'assetCat'),
      text('issuerCat') ?? attribute('issuerConditional', 'issuerCat'),
      derivative,
    ),
    sector: null,
    country: country === 'XX' ? null : country,
    exchange: null,
    currency: 'USD',
    shares: COUNTED.includes(text('units') ?? '') ? signed(balance, text('payoffProfile')) : null,
    price: null,
    marketValue: decimal('valUSD'),
    notionalValue: text(`${contract}/curCd`) === 'USD' ? decimal(`${contract}/notionalAmt`) : null,
    publishedWeight: percent === null ? null : percentToFraction(percent),
  };
}

const said = (text: string | undefined): string | null => (text === undefined || NOTHING.test(text) ? null : text);

/** Some filers write the balance of what is owed without a sign, and say `Short` beside it. */
const signed = (balance: Decimal | null, profile: string | null): Decimal | null =>
  profile === 'Short' && balance !== null && !balance.startsWith('-') ? (parseDecimal(`-${balance}`) ?? null) : balance;

/** Reads what a schema's decimal may be: `+5`, `.5` and `5.` too. */
function parseXmlDecimal(text: string): Decimal | undefined {
  const [, sign, whole, part] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (!whole && !part) return undefined;
  return parseDecimal(`${sign === '-' ? '-' : ''}${whole || '0'}${part ? `.${part}` : ''}`);
}
