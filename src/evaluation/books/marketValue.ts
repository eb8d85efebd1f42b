import type { IsoDate } from '../../domain/isoDate';
import { sessionBack } from '../../domain/nyseCalendar';
import type { NeedOf } from '../../signals/inputs/Input';
import { monthEnds } from '../../signals/measures/monthEnds';
import { MissingReason } from '../../domain/MissingReason';
import { companiesOf } from '../../store/reads/companiesSeen';
import { marketValueHistory } from '../../store/reads/marketValueHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { membershipTouchedBy } from './membership';
import { MarketValueBook, type MarketValueHistory } from './MarketValueBook';

/** What companies are worth at the market. */
export const marketValue: Book<'marketValue'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ marketValue: () => MissingReason.NOT_KNOWN_YET });
    const companies = companiesOf(needs.map(({ of }) => of), days, knowledge);
    const histories = await readJson<readonly MarketValueHistory[]>(read, marketValueHistory(companies, { on: lookedFor(needs, days), first, last }, knowledge));
    const books = new Map(histories.map((history) => [history.cik, new MarketValueBook(history)]));
    return (asOf) => ({ marketValue: (cik, on) => books.get(cik)?.on(on, asOf) ?? MissingReason.NOT_KNOWN_YET });
  },

  touchedBy: (need) => [...(['closes', 'corporateActions', 'companyFacts'] as const).map((kind) => ({ kind, about: null })), ...membershipTouchedBy(need)],
};

/** All days that values are asked for, in order. */
function lookedFor(needs: readonly NeedOf<'marketValue'>[], days: readonly IsoDate[]): readonly IsoDate[] {
  const found = new Set<IsoDate>();
  for (const { sessionsBack, months } of needs) {
    for (const day of days) {
      for (const back of sessionsBack) {
        const on = back === 0 ? day : sessionBack(day, back);
        if (on === undefined) continue;
        found.add(on);
        monthEnds(on, months).forEach((end) => found.add(end));
      }
    }
  }
  return [...found].sort();
}
