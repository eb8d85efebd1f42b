import type { IsoDate } from '../../domain/isoDate';
import { grouped } from '../../domain/grouped';
import { sessionBack } from '../../domain/nyseCalendar';
import type { NeedOf } from '../../signals/inputs/Input';
import { monthEnds } from '../../signals/measures/monthEnds';
import { MissingReason } from '../../domain/MissingReason';
import { companiesOf } from '../../store/reads/companiesSeen';
import { marketValueHistory } from '../../store/reads/marketValueHistory';
import { join, sql } from '../../store/sql';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { membershipTouchedBy } from './membership';
import { MarketValueBook, type MarketValueHistory } from './MarketValueBook';

/** Companies that are looked at on the same days, by CIK: so the ten years of a few are not read of hundreds that are looked at on two days. */
interface Shelf {
  readonly on: ReadonlySet<IsoDate>;
  readonly books: ReadonlyMap<string, MarketValueBook>;
}

/** What companies are worth at the market. */
export const marketValue: Book<'marketValue'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ marketValue: () => MissingReason.NOT_KNOWN_YET });
    const looked = [...grouped(needs, ({ of }) => JSON.stringify(of)).values()].map((ofSame) => ({ some: ofSame.slice(0, 1).map(({ of }) => of), on: lookedFor(ofSame, days) }));
    const asked = [...grouped(looked, ({ on }) => on.join()).values()].map((onSame) => ({ on: onSame[0]?.on ?? [], companies: companiesOf(onSame.flatMap(({ some }) => some), days, knowledge) }));
    const told = asked.map(({ on, companies }) => sql`(${marketValueHistory(companies, { on, first, last }, knowledge)})`);
    const histories = await readJson<readonly (readonly MarketValueHistory[])[]>(read, sql`SELECT json_build_array(${join(told, ', ')})`);
    const shelves = asked.map(({ on }, n): Shelf => ({ on: new Set(on), books: new Map((histories[n] ?? []).map((history) => [history.cik, new MarketValueBook(history)])) }));
    return (asOf) => ({ marketValue: (cik, on) => shelves.find((shelf) => shelf.on.has(on) && shelf.books.has(cik))?.books.get(cik)?.on(on, asOf) ?? MissingReason.NOT_KNOWN_YET });
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
