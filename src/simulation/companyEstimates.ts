import { addDays } from '../domain/isoDate';
import { nextSession } from '../domain/nyseCalendar';
import { type Company, CompanyClass } from './Company';
import { epsOf, newsOn } from './companyFilings';
import type { ReportedQuarter } from './companyQuarters';
import { cell } from './LineFiles';
import type { MarketPath } from './MarketPath';
import { monthOf } from '../domain/months';
import { SimulationMode } from './options';
import { Random } from './Random';
import { MegaCaps } from './regimes';

/** @source docs/csv-estimates.md */
export const ESTIMATES_HEADER = 'symbol,period_end,report_on,estimate,actual,known_on,currency,name,cik';

/** By how much companies report more than was expected, as a fraction: on average, and how that spreads. */
const BEAT = 0.03;
const SPREAD = 0.025;

/** By how much the seven do while they unwind, and in exuberance. */
const UNWINDING_BEAT = -0.03;
const EXUBERANT_BEAT = 0.09;

/** Small companies that nobody covers. */
const UNCOVERED = 0.5;

/**
 * What was expected of each quarter two weeks before its results, and what they were. Nothing of companies that are not covered, nor
 * of quarters that earned next to nothing.
 */
export function* companyEstimates(company: Company, quarters: readonly ReportedQuarter[], path: MarketPath): Generator<string> {
  const random = new Random(path.options.seed, 'estimates', company.ordinal);
  if (company.class === CompanyClass.SMALL && random.chance(UNCOVERED)) return;
  for (const quarter of quarters) {
    const reportOn = newsOn(quarter);
    const surprise = beatOf(company, quarter, path) + SPREAD * random.normal();
    const eps = epsOf([quarter], reportOn, quarter.factor);
    if (Math.abs(eps) < 0.04) continue;
    const estimate = Math.round((eps - surprise * Math.abs(eps)) * 100) / 100 + 0;
    const { ticker, name } = company.called.filter(({ from }) => path.dayAt(from) <= reportOn).at(-1) ?? { ticker: '', name: '' };
    const line = (actual: string, knownOn: string): string =>
      [ticker, quarter.endOn, reportOn, estimate.toFixed(2), actual, knownOn, 'USD', cell(name), company.cik].join(',');
    yield line('', nextSession(addDays(reportOn, -15)));
    yield line(eps.toFixed(2), reportOn);
  }
}

function beatOf(company: Company, { endOn }: ReportedQuarter, path: MarketPath): number {
  if (company.class !== CompanyClass.MEGA || path.options.mode === SimulationMode.NULL) return BEAT;
  const { megaCaps } = path.phaseIn(monthOf(endOn));
  if (megaCaps === MegaCaps.CALM) return BEAT;
  return megaCaps === MegaCaps.UNWIND ? UNWINDING_BEAT : EXUBERANT_BEAT;
}
