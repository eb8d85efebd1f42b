import { dayNumber } from '../../domain/isoDate';
import type { Quarter } from '../../signals/Facts';
import { companiesInReach } from '../../store/reads/companiesSeen';
import { quarterHistory } from '../../store/reads/quarterHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { membershipTouchedBy } from './membership';
import { QuarterBook, type QuarterVersions } from './QuarterBook';

/** What companies earned in their fiscal quarters. */
export const quarters: Book<'quarters'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ quarters: () => [] });
    const books = QuarterBook.each(await readJson<QuarterVersions>(read, quarterHistory(companiesInReach(needs, days, knowledge), first, last)));
    return (asOf) => {
      const day = dayNumber(asOf);
      return { quarters: (cik, reach) => books.get(cik)?.on(day, day - reach - 1) ?? NONE };
    };
  },

  touchedBy: (need) => [{ kind: 'companyFacts', about: null }, ...membershipTouchedBy(need)],
};

/** Always the same list. */
const NONE: readonly Quarter[] = [];
