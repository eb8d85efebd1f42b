import { addDays, type IsoDate, weekdayOf } from '../domain/isoDate';
import { previousSession } from '../domain/nyseCalendar';
import { ACTIONS_HEADER, CLOSES_HEADER } from './companyPrices';
import { Exchange } from './Exchange';
import { HOLDINGS_HEADER, holdingLines, isharesHoldings } from './holdingsFiles';
import { fundPlans } from './fundPlans';
import { FundWalk } from './FundWalk';
import { LineFiles, cell } from './LineFiles';
import type { MarketPath } from './MarketPath';
import { lastDayOf, monthOf, monthOfYear } from '../domain/months';
import type { SimulatedFile } from './SimulatedFile';
import type { Universe } from './Universe';

/**
 * What funds hold at the end of each month and on the session before the last day, what they are worth and trade at on each session, and
 * what they pay: of all of them side by side. What could be read only after the last day is left out.
 */
export function* fundFiles(universe: Universe, path: MarketPath): Generator<SimulatedFile> {
  const exchange = new Exchange(universe, path);
  const { seed, funds: count } = path.options;
  const funds = fundPlans(seed, count).map((plan) => new FundWalk(plan, seed, [...exchange.walks()]));
  const inCsv = funds.filter(({ plan }) => plan.source === 'csv-holdings');
  const holdings = new LineFiles('csv-holdings', 'holdings', HOLDINGS_HEADER);
  const history = new LineFiles('csv-fund-history', 'fund-history', 'fund,observed_on,known_on,nav,shares_outstanding,fund_name');
  const closes = new LineFiles('csv-prices', 'fund-prices', CLOSES_HEADER);
  const dividends = new LineFiles('csv-corporate-actions', 'fund-dividends', ACTIONS_HEADER);

  for (let session = 0; session < path.sessions.length; session += 1) {
    if (session > 0) takeSession(exchange, funds, path);
    const [day, next] = [path.dayAt(session), path.sessions[session + 1]];
    yield* closes.add(funds.map(({ plan: { symbol }, nav }) => `${symbol},${day},${nav.toFixed(2)},RAW`));
    yield* dividends.add(funds.flatMap(({ plan: { symbol }, dividend }) => (dividend > 0 ? [`${symbol},DIVIDEND,${day},,${dividend.toFixed(4)},USD,`] : [])));
    if (next === undefined) continue;
    yield* history.add(funds.map(({ plan, nav, shares }) => `${plan.symbol},${day},${next},${nav.toFixed(4)},${shares},${cell(plan.name)}`));
    if (monthOf(next) === monthOf(day) && session !== path.sessions.length - 2) continue;
    for (const fund of funds) if (fund.plan.source === 'ishares-holdings') yield isharesHoldings(fund, day, session);
    yield* holdings.add(holdingLines(inCsv, day, next, session));
  }
  for (const files of [holdings, history, closes, dividends]) yield* files.end();
}

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
  const before = lastDayOf(month - 1);
  const firstFriday = 1 + ((5 - weekdayOf(addDays(before, 1)) + 7) % 7);
  const fourth = addDays(before, firstFriday + 21);
  return day === previousSession(addDays(fourth, 1));
}

/** 0 is Sunday. */
