import { sessionBack, sessionsBetween } from '../../domain/nyseCalendar';
import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import { closes } from '../inputs/closes';
import { MissingReason } from '../../domain/MissingReason';
import { closesHeld } from '../measures/close';
import { heldOver } from '../measures/heldOver';
import { QUARTER_SESSIONS } from '../measures/quarter';
import { lowOfRelativeLine } from '../measures/relativeLine';
import { count, signed } from '../words';

const YEAR_SESSIONS = 252;

/** 252 sessions never took more than 375 calendar days, and a close may stand for ten. */
const WINDOW = { days: 390, maxAge: 10 };

export default toldOf((funds) => defineSignal({
  key: 'small-cap-leadership',
  version: 1,
  role: SignalRole.OUTCOME,
  title: 'The lead of small caps',
  text: 'What small caps returned more than large caps over 63 trading days and over 252, and how long the line of the one against the other has been rising from its low. It is what a rotation is measured by: it is shown, and no score is made of it.',
  formula: `100 x (total return of ${funds.small.symbol} - total return of ${funds.large.symbol}), both over 63 trading days`,
  unit: 'pp',
  inputs: { small: closes(funds.small.listing, WINDOW), large: closes(funds.large.listing, WINDOW) },
  compute({ small, large }, { asOf }) {
    const to = sessionBack(asOf, 0);
    const over = (sessions: number) => {
      const from = sessionBack(asOf, sessions);
      const [one, other] = from === undefined || to === undefined ? [null, null] : [heldOver(small, from, to), heldOver(large, from, to)];
      return one === null || other === null ? null : { small: one, large: other, lead: 100 * (one.totalReturn - other.totalReturn) };
    };
    const [quarter, year] = [over(QUARTER_SESSIONS), over(YEAR_SESSIONS)];
    if (quarter === null || to === undefined) return [{ input: funds.small.symbol, reason: MissingReason.INSUFFICIENT_HISTORY, text: `no closes of ${funds.small.symbol} and ${funds.large.symbol} ${QUARTER_SESSIONS} trading days before were known` }];
    const low = year === null ? null : lowOfRelativeLine(small, large, to, YEAR_SESSIONS);
    const sinceLow = low === null ? null : sessionsBetween(low.on, to);
    const ofYear = year === null || low === null || sinceLow === null ? '' : `, and ${signed(year.lead, 1)} pp over ${YEAR_SESSIONS}; their line against large caps had its low of these on ${low.on}, ${count(sinceLow, 'session')} before`;
    return {
      value: quarter.lead,
      score: null,
      evidence: [...closesHeld(funds.small.symbol, quarter.small), ...closesHeld(funds.large.symbol, quarter.large), ...(year === null ? [] : [...closesHeld(funds.small.symbol, year.small).slice(0, 1), ...closesHeld(funds.large.symbol, year.large).slice(0, 1)])].map((fact) => ({ ...fact, term: 'lead' })),
      clause: `Small caps (${funds.small.symbol}) returned ${signed(quarter.lead, 1)} pp against large caps (${funds.large.symbol}) over the ${QUARTER_SESSIONS} trading days to ${quarter.small.to.observedOn}${ofYear}`,
      missing: year === null ? [{ input: funds.small.symbol, reason: MissingReason.INSUFFICIENT_HISTORY, text: `closes of ${funds.small.symbol} and ${funds.large.symbol} ${YEAR_SESSIONS} trading days before were not known` }] : [],
      details: { overQuarter: quarter.lead, overYear: year?.lead ?? null, sessionsSinceLow: sinceLow },
    };
  },
}));
