import { LackReason } from '../../signals/Lack';
import { companiesInReach } from '../../store/reads/companiesSeen';
import { marketValueHistory } from '../../store/reads/marketValueHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { membershipTouchedBy } from './membership';
import { MarketValueBook, type MarketValueHistory } from './MarketValueBook';

/** What companies are worth at the market. */
export const marketValue: Book<'marketValue'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ marketValue: () => LackReason.NOT_KNOWN_YET });
    const histories = await readJson<readonly MarketValueHistory[]>(read, marketValueHistory(companiesInReach(needs, days, knowledge), first, last, knowledge));
    const books = new Map(histories.map((history) => [history.cik, new MarketValueBook(history)]));
    return (asOf) => ({ marketValue: (cik, on) => books.get(cik)?.on(on, asOf) ?? LackReason.NOT_KNOWN_YET });
  },

  touchedBy: (need) => [...(['closes', 'corporateActions', 'companyFacts'] as const).map((kind) => ({ kind, about: null })), ...membershipTouchedBy(need)],
};
