import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import type { BasketSeen, Member } from '../../signals/Facts';
import { basketHistory } from '../../store/reads/basketHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';

/** A listing's stay in a basket, in one version. */
interface Stay {
  readonly basket: string;
  readonly listing: string;
  readonly symbol: string;
  /** The listing of the class of shares that stands for this one; null where it stands for itself. */
  readonly standsFor: string | null;
  readonly memberFrom: IsoDate | null;
  readonly memberUntil: IsoDate | null;
  readonly observedOn: IsoDate;
  readonly readableOn: IsoDate;
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
}

interface BasketHistory {
  readonly stays: readonly Stay[];
  /** Whose a listing is from a day on, in the order of days. */
  readonly companies: readonly { readonly listing: string; readonly from: IsoDate; readonly cik: string | null }[];
}

/** Listed baskets. */
export const basket: Book<'basket'> = {
  async open(read, needs, days, knowledge) {
    if (needs.length === 0 || days.length === 0) return () => ({ basket: () => null });
    const keys = [...new Set(needs.map(({ key }) => key))];
    const history = await readJson<BasketHistory>(read, basketHistory(keys, knowledge));
    return (asOf) => ({ basket: (key) => seenOn(history, key, asOf) });
  },

  /** What is known first of a basket tells of all days before, too. */
  touchedBy: ({ key }) => [
    { kind: 'baskets', about: key, isTimeless: true },
    { kind: 'companies', about: null, isTimeless: true },
    { kind: 'tickers', about: null, isTimeless: true },
  ],
};

/** Before anything is known of a basket one sees what is known of it first. */
function seenOn({ stays, companies }: BasketHistory, key: string, asOf: IsoDate): BasketSeen | null {
  const own = stays.filter((stay) => stay.basket === key);
  const [first] = own.map(since).sort();
  if (first === undefined) return null;
  const isHindsight = asOf < first;
  const standing = isHindsight ? first : asOf;
  const known = own.filter((stay) => since(stay) <= standing);
  const there = known.filter((stay, i) => !isSameStay(stay, known[i - 1]) && isIn(stay, asOf));
  const members = there.flatMap(({ listing, symbol, standsFor, observedOn, knownOn, knownOnBasis }): readonly Member[] => {
    if (standsFor !== null) return [];
    const listings = [listing, ...there.filter((other) => other.standsFor === listing).map((other) => other.listing)];
    const cik = companies.filter((one) => one.listing === listing && one.from <= asOf).at(-1)?.cik ?? null;
    return [{ listing, symbol, listings, cik, observedOn, knownOn, knownOnBasis }];
  });
  return { key, members: members.sort((a, b) => (a.symbol < b.symbol ? -1 : 1)), isHindsight };
}

/** Since when it counts. */
const since = ({ observedOn, readableOn }: Stay): IsoDate => (observedOn > readableOn ? observedOn : readableOn);

const isSameStay = (one: Stay, other: Stay | undefined): boolean => one.listing === other?.listing && one.memberFrom === other.memberFrom;

const isIn = ({ memberFrom, memberUntil }: Stay, on: IsoDate): boolean => (memberFrom ?? on) <= on && (memberUntil ?? on) >= on;
