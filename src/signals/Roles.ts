import { largestOf } from '../domain/baskets';
import { InvalidInput } from '../domain/errors';
import { funds, indices } from '../domain/funds';

/** A basket of the mega-caps, as signals speak of it. */
export interface BasketRole {
  readonly key: string;
  /** Who belongs to it, after `the`: `Magnificent 7`. */
  readonly name: string;
  /** The same, said again: `seven`. */
  readonly members: string;
  /** What of its past is hindsight, as a sentence. */
  readonly hindsight: string;
}

/** A fund that stands for small caps, or for large ones. */
interface FundRole {
  readonly symbol: string;
  /** That of its closes. */
  readonly listing: string;
  /** Whose companies it holds: `the Russell 2000`; the fund itself, where it follows no index. */
  readonly index: string;
  /** Where these are read, as a reference. */
  readonly reference: string;
}

/** Of whom a signal is told: definitions declare their inputs by these parts, and whoever asks says who plays them. */
export interface Roles {
  readonly basket: BasketRole;
  readonly small: FundRole;
  readonly large: FundRole;
}

/** The same by key and ticker, as asked. */
export interface RoleNames {
  readonly basket: string;
  readonly small: string;
  readonly large: string;
}

/** Who is meant where nobody is named. */
export const DEFAULT_NAMES = { basket: 'mag7', small: 'IWM', large: 'SPY' } as const satisfies RoleNames;

/** The basket of a key, shipped or with a title of its own. */
export function basketRole(key: string, title: string): BasketRole {
  if (key === DEFAULT_NAMES.basket) {
    return { key, name: title, members: 'seven', hindsight: 'Before 2023-04-11 it is hindsight: the seven were picked for what they had done.' };
  }
  if (largestOf(key) === null) return { key, name: `members of ${title}`, members: 'members', hindsight: 'Before its members could be known it is hindsight: they were picked later.' };
  return { key, name: title.replace(/^The /, ''), members: 'seven', hindsight: 'They are the largest of the day itself, and so were picked for what they did until then.' };
}

/** The fund of a ticker, shipped or only traded. */
export function fundRole(symbol: string, listing: string): FundRole {
  const fund = funds.find((one) => one.symbol === symbol);
  const index = indices.find(({ code }) => code === fund?.indexCode);
  return { symbol, listing, index: index === undefined ? symbol : `the ${index.name}`, reference: `${fund === undefined ? '' : `${fund.issuer}, `}holdings of ${symbol}` };
}

/** The Magnificent 7, and IWM against SPY. */
export const DEFAULT_ROLES: Roles = {
  basket: basketRole(DEFAULT_NAMES.basket, 'Magnificent 7'),
  small: { ...fundRole(DEFAULT_NAMES.small, DEFAULT_NAMES.small), reference: 'iShares, holdings of the Russell 2000 ETF' },
  large: fundRole(DEFAULT_NAMES.large, DEFAULT_NAMES.large),
};

/** The names as one text: the same for the same ones. */
export const roleText = ({ basket, small, large }: RoleNames): string => [basket, small, large].join('/');

/** The same of those who are named. */
export const rolesText = ({ basket, small, large }: Roles): string => roleText({ basket: basket.key, small: small.symbol, large: large.symbol });

/** @throws {InvalidInput} for a fund against itself. */
export function refuseSame({ small, large }: Pick<RoleNames, 'small' | 'large'>): void {
  if (small === large) throw new InvalidInput(`'small' and 'large' are both ${small}: expected two.`);
}
