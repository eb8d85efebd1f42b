import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import { closes } from '../inputs/closes';
import { observations } from '../inputs/observations';
import { MissingReason } from '../../domain/MissingReason';
import { closesHeld } from '../measures/close';
import { observation } from '../measures/observation';
import { weeksTo } from '../measures/weeks';
import { regression } from '../statistics/neweyWest';
import { number, signed } from '../words';

const WEEKS = 104;

/** Weeks in which all four are known: fewer than nine in ten are no sample of two years. */
const FEWEST_WEEKS = 94;

/** Lags of the standard error: the whole part of 4 x (104 / 100)^(2/9). */
const LAGS = 4;

/** The weeks, one before them, and how long it may take until the newest ended. */
const DAYS = 7 * (WEEKS + 4);

export default toldOf((funds) => defineSignal({
  key: 'rate-sensitivity',
  version: 1,
  role: SignalRole.CONTEXT,
  title: 'How small caps answer to rates',
  text: 'By how many percent small caps did better than large ones in weeks in which the two-year yield rose by 100 basis points, by a least-squares line through 104 weeks; where it is negative, falling rates were good for them. The standard error holds whatever the spread of the residuals and their correlation over four weeks (Newey and West). A week ends on its Friday, and counts from four days later on, when its yield is published. It is shown, and no score is made of it.',
  formula: `slope of 100 x (weekly total return of ${funds.small.symbol} - that of ${funds.large.symbol}) on the weekly change of DGS2, per percentage point, over 104 weeks`,
  unit: '% per 100 bp',
  references: ['Newey and West (1987), "A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent covariance matrix"'],
  inputs: { small: closes(funds.small.listing, { days: DAYS, maxAge: 14 }), large: closes(funds.large.listing, { days: DAYS, maxAge: 14 }), yields: observations('DGS2', { days: DAYS, maxAge: 14 }) },
  compute({ small, large, yields }, { asOf }) {
    const weeks = weeksTo(asOf, WEEKS, small, large, yields);
    const [first, last] = [weeks[0], weeks.at(-1)];
    const line = regression(weeks.map((week) => week.yields.change), weeks.map((week) => 100 * (week.small.totalReturn - week.large.totalReturn)), LAGS);
    if (weeks.length < FEWEST_WEEKS || first === undefined || last === undefined || line === null) {
      return [{ input: 'DGS2', reason: MissingReason.INSUFFICIENT_HISTORY, text: `of ${WEEKS} weeks ${weeks.length} had closes of ${funds.small.symbol} and ${funds.large.symbol} and yields, and it takes ${FEWEST_WEEKS} in which yields moved` }];
    }
    const evidence = [
      ...[...closesHeld(funds.small.symbol, first.small).slice(0, 1), ...closesHeld(funds.small.symbol, last.small).slice(1)],
      ...[...closesHeld(funds.large.symbol, first.large).slice(0, 1), ...closesHeld(funds.large.symbol, last.large).slice(1)],
      ...[first.yields.from, last.yields.to].map((one) => observation('DGS2', one, '%')),
    ];
    return {
      value: line.slope,
      score: null,
      evidence: evidence.map((fact) => ({ ...fact, term: 'beta' })),
      clause: `In the ${weeks.length} weeks to ${last.end} small caps (${funds.small.symbol}) did ${number(Math.abs(line.slope), 1)} % ${line.slope < 0 ? 'worse' : 'better'} than large caps (${funds.large.symbol}) for each 100 bp by which the two-year yield rose (${signed(line.slope, 2)}, standard error ${number(line.standardError, 2)})`,
      details: { beta: line.slope, standardError: line.standardError, weeks: weeks.length },
    };
  },
}));
