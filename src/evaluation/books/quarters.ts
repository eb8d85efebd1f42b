import { addDays } from '../../domain/isoDate';
import type { Quarter } from '../../signals/Facts';
import { companiesInReach } from '../../store/reads/companiesSeen';
import { quarterHistory } from '../../store/reads/quarterHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { membershipTouchedBy } from './membership';
import { QuarterBook, type QuarterHistory } from './QuarterBook';

/** What companies earned in their fiscal quarters. */
export const quarters: Book<'quarters'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ quarters: () => [] });
    const histories = await readJson<readonly QuarterHistory[]>(read, quarterHistory(companiesInReach(needs, days, knowledge), first, last));
    const books = new Map(histories.map((history) => [history.cik, new QuarterBook(history)]));
    return (asOf) => {
      const after = new Map(needs.map(({ days: reach }) => [reach, addDays(asOf, -reach - 1)]));
      return { quarters: (cik, reach) => books.get(cik)?.on(asOf, after.get(reach) ?? addDays(asOf, -reach - 1)) ?? NONE };
    };
  },

  touchedBy: (need) => [{ kind: 'companyFacts', about: null }, ...membershipTouchedBy(need)],
};

/** Always the same list. */
const NONE: readonly Quarter[] = [];
