import { addDays } from '../domain/isoDate';
import { nextSession } from '../domain/nyseCalendar';
import { type Company, CompanyClass } from './Company';
import { CompanyWalk } from './CompanyWalk';
import { climates, megaClimates } from './climate';
import type { MarketPath } from './MarketPath';
import { type Month, firstDayOf, lastDayOf, monthOf, monthOfYear, yearOf } from '../domain/months';
import { SimulationMode } from './options';
import type { Quarter } from './Quarter';
import { Random } from './Random';

/** A quarter, and what one share of the first session's kind had become when its report was filed. */
export interface ReportedQuarter extends Quarter {
  readonly factor: number;
  /** On the cover: shares outstanding a little before the filing, of that day's kind. */
  readonly coverShares: number;
}

/** How much of the way to where they tend profits go in a quarter. */
const SPEED = 0.35;

/** Restatements in a quarter, of small companies. */
const RESTATEMENTS = 0.006;

/** How profits differ over a year's quarters; they sum to nothing. */
const SEASONS = [-0.06, 0, -0.02, 0.08];

/**
 * A company's fiscal quarters that ended while it was listed, and whose reports were filed by the market's last day and while it
 * was, the first of them first.
 */
export function companyQuarters(company: Company, path: MarketPath): readonly ReportedQuarter[] {
  const walk = new CompanyWalk(company, path);
  const random = new Random(path.options.seed, 'quarters', company.ordinal);
  const waiting: Quarter[] = [];
  const reported: ReportedQuarter[] = [];
  let profits = 1;
  for (let session = company.listed; session <= company.delisted; session += 1) {
    if (session > company.listed) walk.step();
    const day = path.dayAt(session);
    const month = monthOf(day);
    const next = path.sessions[session + 1];
    while (waiting[0] !== undefined && waiting[0].filedOn <= day) {
      const quarter = waiting.shift() as Quarter;
      reported.push({ ...quarter, factor: walk.factor, coverShares: Math.round(walk.shares * walk.factor) });
    }
    const isLastOfMonth = next === undefined ? addDays(day, 4) > lastDayOf(month) : monthOf(next) !== month;
    if (!isLastOfMonth || !isQuarterEnd(company, month)) continue;
    profits += SPEED * (usualProfits(company, path, month) - profits);
    const quarter = quarterOf(company, month, walk, profits, random);
    if (quarter.startOn >= path.dayAt(company.listed) || company.listed === 0) waiting.push(quarter);
  }
  return reported;
}

const isQuarterEnd = ({ fiscalYearEndsIn }: Company, month: Month): boolean => (monthOfYear(month) - fiscalYearEndsIn + 12) % 3 === 0;

/** Where the profits of a company's kind tend to in a month, 1 being their usual level. */
function usualProfits(company: Company, path: MarketPath, month: Month): number {
  if (path.options.mode === SimulationMode.NULL) return 1;
  const { regime, megaCaps } = path.phaseIn(month);
  if (company.class === CompanyClass.MEGA) return megaClimates[megaCaps].profits;
  return company.class === CompanyClass.LARGE ? climates[regime].largeProfits : climates[regime].smallProfits;
}

function quarterOf(company: Company, lastMonth: Month, walk: CompanyWalk, profits: number, random: Random): Quarter {
  const number = 4 - ((company.fiscalYearEndsIn - monthOfYear(lastMonth) + 12) % 12) / 3;
  const fiscalYear = yearOf(lastMonth + (4 - number) * 3);
  const value = walk.fundamental * walk.shares;
  const isSmall = company.class === CompanyClass.SMALL;
  const season = 1 + (SEASONS[number - 1] ?? 0);
  const noise = (isSmall ? 0.012 : 0.0012) * random.normal();
  const level = company.earningsYield > 0 ? company.earningsYield * profits : company.earningsYield + 0.02 * (profits - 1);
  const netIncome = Math.round((value / 4) * (level * season + noise));
  const revenue = Math.round((value / 4) * company.sales * season * (0.8 + 0.2 * profits) * (1 + 0.02 * random.normal()));
  const endOn = lastDayOf(lastMonth);
  const filedOn = dayOfFiling(random, endOn, number === 4, isSmall);
  const isRestated = isSmall && random.chance(RESTATEMENTS);
  const restated = isRestated
    ? { netIncome: Math.round(netIncome - Math.abs(netIncome) * random.between(0.05, 0.3)), filedOn: nextSession(addDays(filedOn, 60 + random.below(120))) }
    : null;
  const startOn = firstDayOf(lastMonth - 2);
  return { fiscalYear, number, lastMonth, startOn, endOn, revenue: Math.max(1, revenue), netIncome, shares: Math.round(walk.shares * 1.02), filedOn, restated };
}

/** After so many days, longer for a year's report and a small company; one in forty is late. */
function dayOfFiling(random: Random, endOn: Quarter['endOn'], isAnnual: boolean, isSmall: boolean): Quarter['filedOn'] {
  const [least, most] = isAnnual ? (isSmall ? [55, 75] : [38, 55]) : isSmall ? [33, 42] : [26, 38];
  const late = isSmall && random.chance(0.025) ? 15 + random.below(25) : 0;
  return nextSession(addDays(endOn, least + random.below(most - least) + late));
}
