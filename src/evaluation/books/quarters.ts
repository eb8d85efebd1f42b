import { dayNumber } from '../../domain/isoDate';
import type { Quarter } from '../../signals/Facts';
import { companiesInReach } from '../../store/reads/companiesSeen';
import { quarterHistory } from '../../store/reads/quarterHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { membershipTouchedBy } from './membership';
import { QuarterBook, type ToldQuarters } from './QuarterBook';

/** What companies earned in their fiscal quarters. */
export const quarters: Book<'quarters'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ quarters: () => [] });
    const told = await readJson<readonly ToldQuarters[]>(read, quarterHistory(companiesInReach(needs, days, knowledge), first, last));
    const books = new Map<string, QuarterBook>();
    const [onlyDay, nearest] = [days.length === 1 ? dayNumber(last) : null, Math.min(...needs.map((need) => need.days))];
    for (const one of told) {
      const book = new QuarterBook(one);
      books.set(book.cik, book);
      // What stands on a day alone is told while Postgres tells the rest of what is needed.
      if (onlyDay !== null) book.on(onlyDay, onlyDay - nearest - 1);
    }
    return (asOf) => {
      const day = dayNumber(asOf);
      return { quarters: (cik, reach) => books.get(cik)?.on(day, day - reach - 1) ?? NONE };
    };
  },

  touchedBy: (need) => [{ kind: 'companyFacts', about: null }, ...membershipTouchedBy(need)],
};

/** Always the same list. */
const NONE: readonly Quarter[] = [];
