import { addDays } from '../../domain/isoDate';
import type { NeedOf } from '../../signals/inputs/Input';
import { listingsOfBaskets } from '../../store/reads/basketHistory';
import { closeHistory } from '../../store/reads/closeHistory';
import { type Sql, sql } from '../../store/sql';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { CloseBook, type CloseHistory } from './CloseBook';

/** Closes of listings, as a total return needs them. */
export const closes: Book<'closes'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ closes: () => null });
    const from = addDays(first, -Math.max(...needs.map(({ days: reach }) => reach)));
    const histories = await readJson<readonly CloseHistory[]>(read, closeHistory(listingsOf(needs), from, last, knowledge));
    const books = new Map(histories.map((history) => [history.listing, new CloseBook(history)]));
    return (asOf) => ({ closes: (listing, reach) => books.get(listing)?.on(asOf, reach) ?? null });
  },

  touchedBy: ({ of }) =>
    'listing' in of
      ? [{ kind: 'closes', about: of.listing }, { kind: 'corporateActions', about: of.listing }]
      : [{ kind: 'closes', about: null }, { kind: 'corporateActions', about: null }, { kind: 'baskets', about: of.basket }],
};

/** Those named, and all that belong to a basket or ever did. */
const listingsOf = (needs: readonly NeedOf<'closes'>[]): Sql => {
  const named = needs.flatMap(({ of }) => ('listing' in of ? [of.listing] : []));
  const baskets = needs.flatMap(({ of }) => ('basket' in of ? [of.basket] : []));
  return sql`SELECT * FROM unnest(${named}::text[]) n(listing) UNION ${listingsOfBaskets(baskets)}`;
};
