import { companiesInReach } from '../../store/reads/companiesSeen';
import { reportHistory } from '../../store/reads/reportHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { membershipTouchedBy } from './membership';
import { ReportBook, type ReportHistory } from './ReportBook';

/** What analysts expected of companies' quarters, and what they reported. */
export const reports: Book<'reports'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ reports: () => [] });
    const histories = await readJson<readonly ReportHistory[]>(read, reportHistory(companiesInReach(needs, days, knowledge), first, last, knowledge));
    const books = new Map(histories.map((history) => [history.cik, new ReportBook(history)]));
    return (asOf) => ({ reports: (cik, reach) => books.get(cik)?.on(asOf, reach) ?? [] });
  },

  touchedBy: (need) => [{ kind: 'estimates', about: null }, ...membershipTouchedBy(need)],
};
