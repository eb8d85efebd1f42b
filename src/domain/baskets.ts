import { type IsoDate, isoDate } from './isoDate';
import { listingOf } from './securityKey';

/** A set of companies that goes by one name: listed one by one, or the largest on a day. */
export interface Basket {
  readonly key: string;
  readonly title: string;
  /** How many of the largest it holds; null where its members are listed. */
  readonly largest: number | null;
}

/** A listed member; of a company with two classes of shares one stands for the other. */
export interface ShippedMember {
  readonly basket: string;
  readonly symbol: string;
  readonly listing: string;
  /** The listing of the class that stands for this one in returns; null where it stands for itself. */
  readonly standsFor: string | null;
  readonly knownOn: IsoDate;
}

export const baskets: readonly Basket[] = [
  { key: 'mag7', title: 'Magnificent 7', largest: null },
  { key: 'top7', title: 'The seven largest companies by market value', largest: 7 },
];

/** How many of the largest a basket of a rule holds; null of one whose members are listed. */
export const largestOf = (key: string): number | null => baskets.find((basket) => basket.key === key)?.largest ?? null;

/**
 * The day since which the Magnificent 7 could be had under that name: the first on which a fund of the seven was traded (MAGS).
 * They were picked for what they had become, so what they did before is hindsight.
 */
const MAGNIFICENT_SINCE = isoDate('2023-04-11');

/** Where the day and the seven were read. */
export const MAGNIFICENT_SOURCE = 'https://www.etfrc.com/MAGS';

const MAGNIFICENT: readonly (readonly [symbol: string, standsFor: string | null])[] = [
  ['AAPL', null],
  ['MSFT', null],
  ['GOOGL', null],
  ['GOOG', 'GOOGL'],
  ['AMZN', null],
  ['NVDA', null],
  ['META', null],
  ['TSLA', null],
];

export const shippedMembers: readonly ShippedMember[] = MAGNIFICENT.map(([symbol, standsFor]) => ({
  ...{ basket: 'mag7', symbol, listing: listingOf(symbol, MAGNIFICENT_SINCE), standsFor, knownOn: MAGNIFICENT_SINCE },
}));
