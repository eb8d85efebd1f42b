import { largestOf } from '../domain/baskets';
import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { BasketSeen, Member } from '../signals/Facts';
import { type FactNeed, basketOf } from '../signals/inputs/Input';
import { tradedCompanies } from '../store/reads/companiesSeen';
import { marketValueHistory } from '../store/reads/marketValueHistory';
import type { Read } from '../store/Reader';
import { MarketValueBook, type MarketValueHistory } from './books/MarketValueBook';
import { inTurns } from './inTurns';
import { readJson } from './readJson';

/** Days that are told by one statement: of all companies it reads what they were worth, of 2,000 in some four seconds. */
const AT_ONCE = 60;

/** Who belongs on each of many days to baskets that follow from a rule: the largest companies by market value at the day's end, as known then. */
export class LargestBaskets {
  private constructor(private readonly seen: ReadonlyMap<string, ReadonlyMap<IsoDate, BasketSeen>>) {}

  /** Those that needs are about; nothing is read where none is. */
  static async among(read: Read, needs: readonly FactNeed[], days: readonly IsoDate[], knowledge: Knowledge): Promise<LargestBaskets> {
    const keys = [...new Set(needs.flatMap((need) => basketOf(need) ?? []))].filter((key) => largestOf(key) !== null);
    const seen = new Map(keys.map((key) => [key, new Map<IsoDate, BasketSeen>()]));
    for (let start = 0; keys.length > 0 && start < days.length; start += AT_ONCE) {
      const on = days.slice(start, start + AT_ONCE);
      const window = { on, first: on[0] as IsoDate, last: on.at(-1) as IsoDate };
      const books = (await readJson<readonly MarketValueHistory[]>(read, marketValueHistory(tradedCompanies, window, knowledge))).map((history) => new MarketValueBook(history));
      for await (const day of inTurns(on)) {
        const ranked = rankedOn(books, day);
        seen.forEach((byDay, key) => byDay.set(day, { key, members: inOrder(ranked.slice(0, largestOf(key) ?? 0)), isHindsight: false }));
      }
    }
    return new LargestBaskets(seen);
  }

  /** Who belongs to a basket on one of the days; undefined of one that is listed. */
  on(key: string, day: IsoDate): BasketSeen | undefined {
    return this.seen.get(key)?.get(day);
  }

  /** What a need comes to once one knows who belongs to them: of a listed basket, and of all else, it stays as it is. */
  named(need: FactNeed): readonly FactNeed[] {
    const byDay = this.seen.get(basketOf(need) ?? '');
    if (byDay === undefined || need.kind === 'observations' || need.kind === 'snapshot') return [need];
    if (need.kind === 'basket') return [];
    const members = [...byDay.values()].flatMap((seen) => seen.members);
    if (need.kind === 'closes') return [...new Set(members.map(({ listing }) => listing))].map((listing) => ({ ...need, of: { listing } }));
    return [{ ...need, of: { ciks: [...new Set(members.flatMap(({ cik }) => cik ?? []))] } }];
  }
}

/** Companies of which a market value of the day was known, the largest first. */
function rankedOn(books: readonly MarketValueBook[], day: IsoDate): readonly Member[] {
  const valued = books.flatMap((book) => {
    const worth = book.on(day, day);
    return typeof worth === 'string' ? [] : [{ book, worth }];
  });
  valued.sort((a, b) => b.worth.value - a.worth.value || (a.book.cik < b.book.cik ? -1 : 1));
  return valued.map(({ book, worth: { close: { listing, observedOn, knownOn, knownOnBasis } } }) => ({
    ...{ listing, symbol: listing.split('@')[0] ?? listing, cik: book.cik, observedOn, knownOn, knownOnBasis },
    listings: book.listingsOn(day),
  }));
}

const inOrder = (members: readonly Member[]): readonly Member[] => [...members].sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
