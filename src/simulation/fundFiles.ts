import { addDays, type IsoDate } from '../domain/isoDate';
import { previousSession } from '../domain/nyseCalendar';
import { Exchange } from './Exchange';
import { csvHoldings, holdingLines, isharesHoldings, quoted } from './holdingsFiles';
import { fundPlans } from './fundPlans';
import { FundWalk } from './FundWalk';
import type { MarketPath } from './MarketPath';
import { lastDayOf, monthOf, monthOfYear } from './months';
import type { SimulatedFile } from './SimulatedFile';
import type { Universe } from './Universe';

/**
 * What funds hold at the end of each month and on the session before the last day, and what they are worth on each session: of
 * all of them side by side. What could be read only after the last day is left out.
 */
export function* fundFiles(universe: Universe, path: MarketPath): Generator<SimulatedFile> {
  const exchange = new Exchange(universe, path);
  const { seed, funds: count } = path.options;
  const funds = fundPlans(seed, count).map((plan) => new FundWalk(plan, seed, [...exchange.walks()]));
  const last = path.sessions.length - 1;
  let [history, lines]: [string[], string[]] = [[], []];
  for (let session = 0; session < last; session += 1) {
    if (session > 0) takeSession(exchange, funds, path);
    const [day, next] = [path.dayAt(session), path.dayAt(session + 1)];
    for (const { plan, nav, shares } of funds) history.push(`${plan.symbol},${day},${next},${nav.toFixed(4)},${shares},${quoted(plan.name)}`);
    if (monthOf(next) !== monthOf(day) || session === last - 1) {
      for (const fund of funds) if (fund.plan.source === 'ishares-holdings') yield isharesHoldings(fund, day, exchange.session);
      lines.push(...holdingLines(funds.filter(({ plan }) => plan.source === 'csv-holdings'), day, next, exchange.session));
    }
    if (lines.length > LINES_A_FILE || (session === last - 1 && lines.length > 0)) {
      yield csvHoldings(lines, day);
      lines = [];
    }
    if (day.slice(0, 4) !== next.slice(0, 4) || session === last - 1) {
      yield { source: 'csv-fund-history', name: `fund-history-${day.slice(0, 4)}.csv`, text: `${HISTORY}\n${history.join('\n')}\n` };
      history = [];
    }
  }
}

/** At how many lines a file of holdings is full, but for what its last day adds. */
const LINES_A_FILE = 5_000;

const HISTORY = 'fund,observed_on,known_on,nav,shares_outstanding,fund_name';

/** One session of the exchange and of all funds. */
function takeSession(exchange: Exchange, funds: readonly FundWalk[], path: MarketPath): void {
  const left = exchange.step();
  const [day, next] = [path.dayAt(exchange.session), path.sessions[exchange.session + 1]];
  const walks = [...exchange.walks()];
  const endsMonth = next === undefined || monthOf(next) !== monthOf(day);
  for (const fund of funds) {
    fund.step(left);
    if (endsMonth && monthOfYear(monthOf(day)) % 3 === 0) fund.distribute();
    if (isReconstitution(day) || (fund.plan.isActive && endsMonth && monthOfYear(monthOf(day)) === 12)) fund.rebalance(walks);
    else if (endsMonth) fund.reinvest();
  }
}

/** The fourth Friday of June, or the session before it. */
function isReconstitution(day: IsoDate): boolean {
  const month = monthOf(day);
  if (monthOfYear(month) !== 6) return false;
  const firstFriday = 1 + ((5 - weekdayOf(addDays(lastDayOf(month - 1), 1)) + 7) % 7);
  const fourth = addDays(lastDayOf(month - 1), firstFriday + 21);
  return day === previousSession(addDays(fourth, 1));
}

/** 0 is Sunday. */
const weekdayOf = (day: IsoDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();
