import { AssetClass } from '../domain/assetClass';

/** What filers write where the form asks for something that there is not. */
export const NOTHING = /^(N\/A|-*|0+)$/i;

/**
 * Item C.4 of the form, by its code. A repurchase agreement is a loan of cash against securities for some days: neither
 * cash of the fund, nor cash that it has posted, nor a fund; so it is OTHER, like real estate, which has no class here.
 */
const BY_CATEGORY: ReadonlyMap<string, AssetClass> = new Map([
  ['EC', AssetClass.EQUITY],
  ['EP', AssetClass.EQUITY],
  ['DBT', AssetClass.FIXED_INCOME],
  ['SN', AssetClass.FIXED_INCOME],
  ['LON', AssetClass.FIXED_INCOME],
  ['ABS-MBS', AssetClass.FIXED_INCOME],
  ['ABS-APCP', AssetClass.FIXED_INCOME],
  ['ABS-CBDO', AssetClass.FIXED_INCOME],
  ['ABS-O', AssetClass.FIXED_INCOME],
  ['STIV', AssetClass.MONEY_MARKET],
  ['COMM', AssetClass.COMMODITY],
  ['DFE', AssetClass.FORWARD],
  ['RA', AssetClass.OTHER],
  ['RE', AssetClass.OTHER],
  ['OTHER', AssetClass.OTHER],
]);

/** Item C.11: what kind of derivative it is, by the element that describes it. */
const BY_DERIVATIVE: ReadonlyMap<string, AssetClass> = new Map([
  ['futrDeriv', AssetClass.FUTURE],
  ['fwdDeriv', AssetClass.FORWARD],
  ['swapDeriv', AssetClass.SWAP],
  ['optionSwaptionWarrantDeriv', AssetClass.OPTION],
  ['othDeriv', AssetClass.OTHER],
]);

/** Codes of an issuer that is itself a fund: a registered one, and a private one. */
const FUNDS = ['RF', 'PF'];

/** The class of a position; a code that is not in the form's list, such as one added later, is OTHER. */
export function nportAssetClass(category: string | null, issuer: string | null, derivative: string | null): AssetClass {
  const byDerivative = derivative === null ? undefined : BY_DERIVATIVE.get(derivative);
  if (byDerivative !== undefined) return byDerivative;
  const byCategory = BY_CATEGORY.get(category?.toUpperCase() ?? '') ?? AssetClass.OTHER;
  return byCategory === AssetClass.EQUITY && FUNDS.includes(issuer?.toUpperCase() ?? '') ? AssetClass.FUND : byCategory;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What titles of common shares end in, or are: `Common Stock`, `COMMON STOCK USD.00001`. Other kinds are kept apart. */
const COMMON_STOCK = new RegExp(
  String.raw`(^com(mon)?|[\s,-]*\b(com|common|capital|ordinary|registered) (stock|stk|shares?|shs|units?))` +
    String.raw`( ([a-z]{3} ?)?(\d*\.)?\d+| NPV)?$`,
  'i',
);

/**
 * What a position is called, from the name of its issuer and the title of the issue, of which `Common Stock` and the
 * par value are left out: the longer of the two if it holds the other, since a title mostly is the name and what
 * class it is; the name, if nothing is left of the title; else both, since a bond's title or a contract's says nothing
 * of whose it is. Null where there is neither.
 */
export function nportName(issuer: string | null, title: string | null): string | null {
  if (issuer === null || title === null) return issuer ?? title;
  const issue = title.replace(COMMON_STOCK, '');
  if (plain(issue).includes(plain(issuer))) return issue;
  return plain(issuer).includes(plain(issue)) ? issuer : `${issuer}, ${issue}`;
}
