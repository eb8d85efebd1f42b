import { AssetClass } from '../domain/assetClass';
import { percentToFraction } from '../domain/decimal';
import { identifiersOf } from '../domain/identifiers';
import { assetClassIn } from './assetClassIn';
import type { HoldingLine } from './HoldingsReport';
import { type JsonObject, parseJsonDecimal } from './JsonObject';

/**
 * One holding. Its kind is what its words say. Where these say nothing that we know, what has a coupon is a bond, and what
 * has a ticker or a SEDOL and is counted in shares is a share, which is what nearly all in the list is.
 */
export function vanguardLine(entity: JsonObject): HoldingLine {
  const name = entity.text('longName') ?? entity.text('shortName');
  if (name === null) entity.refuse('longName', 'expected a name, found nothing');
  const percent = entity.read('percentWeight', 'a percentage', (text) => parseJsonDecimal(text.replace(/\s*%$/, '')));
  return {
    ticker: entity.text('ticker'),
    name: name ?? '',
    identifiers: identifiersOf({ cusip: entity.text('cusip'), isin: entity.text('isin') }),
    assetClass: assetClassOf(entity),
    sector: entity.text('sector'),
    country: entity.text('country'),
    exchange: null,
    currency: entity.text('currency'),
    shares: entity.decimal('sharesHeld'),
    price: null,
    marketValue: entity.decimal('marketValue'),
    notionalValue: entity.decimal('notionalValue'),
    publishedWeight: percent === null ? null : percentToFraction(percent),
  };
}

function assetClassOf(entity: JsonObject): AssetClass {
  const words = ['secSubType', 'secMainType', 'holdingType'].flatMap((key) => entity.text(key) ?? []);
  const [known] = words.flatMap((word) => assetClassIn(word) ?? []);
  if (known !== undefined) return known;
  if (entity.text('couponRate') !== null) return AssetClass.FIXED_INCOME;
  const isListed = entity.text('ticker') !== null || entity.text('sedol') !== null;
  return isListed && entity.text('sharesHeld') !== null ? AssetClass.EQUITY : AssetClass.OTHER;
}
