import { AssetClass } from '../domain/assetClass';

/** By a part of the words; the first that fits decides. */
const BY_WORD: readonly (readonly [RegExp, AssetClass])[] = [
  [/\bfut/i, AssetClass.FUTURE],
  [/forward/i, AssetClass.FORWARD],
  [/swap/i, AssetClass.SWAP],
  [/option/i, AssetClass.OPTION],
  [/money.?market|short.?term|sweep|reserve/i, AssetClass.MONEY_MARKET],
  [/collateral|margin/i, AssetClass.CASH_COLLATERAL],
  [/cash|currency/i, AssetClass.CASH],
  [/commodit/i, AssetClass.COMMODITY],
  [/\bfunds?\b|\betf\b/i, AssetClass.FUND],
  [/stock|equit|share|deposit[ao]ry|\b[ag]dr\b|reit|real estate|\brights?\b|warrant|partnership|\bunits?\b/i, AssetClass.EQUITY],
  [/bond|\bnotes?\b|\bbills?\b|treasury|mortgage|debt|government|municipal|corporate|fixed.?income/i, AssetClass.FIXED_INCOME],
];

/** The class that an issuer's own words for a kind of holding mean; undefined where none of them is known. */
export const assetClassIn = (words: string): AssetClass | undefined => BY_WORD.find(([pattern]) => pattern.test(words))?.[1];
