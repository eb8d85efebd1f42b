import { AssetClass } from '../domain/assetClass';
import { percentToFraction } from '../domain/decimal';
import { parseCusip, parseIsin } from '../domain/identifiers';
import type { HoldingLine } from './HoldingsReport';
import { type JsonObject, parseJsonDecimal } from './JsonObject';

/** By a part of the word; the first that fits decides. */
const BY_WORD: readonly (readonly [RegExp, AssetClass])[] = [
  [/\bfut/i, AssetClass.FUTURE],
  [/forward/i, AssetClass.FORWARD],
  [/swap/i, AssetClass.SWAP],
  [/option/i, AssetClass.OPTION],
  [/money.?market|short.?term|reserve/i, AssetClass.MONEY_MARKET],
  [/collateral|margin/i, AssetClass.CASH_COLLATERAL],
  [/cash|currency/i, AssetClass.CASH],
  [/commodit/i, AssetClass.COMMODITY],
  [/bond|fixed.?income|treasury|mortgage|debt|\bnotes?\b/i, AssetClass.FIXED_INCOME],
  [/fund|\betf\b/i, AssetClass.FUND],
  [/equit|stock|share/i, AssetClass.EQUITY],
];

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
    identifiers: {
      cusip: parseCusip(entity.text('cusip')?.toUpperCase() ?? '') ?? null,
      isin: parseIsin(entity.text('isin')?.toUpperCase() ?? '') ?? null,
      lei: null,
    },
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
  const [known] = words.flatMap((word) => BY_WORD.find(([pattern]) => pattern.test(word))?.[1] ?? []);
  if (known !== undefined) return known;
  if (entity.text('couponRate') !== null) return AssetClass.FIXED_INCOME;
  const isListed = entity.text('ticker') !== null || entity.text('sedol') !== null;
  return isListed && entity.text('sharesHeld') !== null ? AssetClass.EQUITY : AssetClass.OTHER;
}
