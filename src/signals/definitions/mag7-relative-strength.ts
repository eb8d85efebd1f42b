import type { IsoDate } from '../../domain/isoDate';
import { sessionBack } from '../../domain/nyseCalendar';
import { defineSignal, SignalRole } from '../defineSignal';
import type { Member } from '../Facts';
import { basket } from '../inputs/basket';
import { closes, closesOfMembers } from '../inputs/closes';
import { marketValues, type WorthOn } from '../inputs/companies';
import { ifKnown } from '../inputs/ifKnown';
import { snapshot } from '../inputs/snapshot';
import { MissingReason } from '../../domain/MissingReason';
import { basketReturn, linesOfMembers } from '../measures/basketReturn';
import { WEIGHTED_BY, Weighting } from '../measures/basketWeights';
import { closesHeld } from '../measures/close';
import { counted, traded } from '../measures/companyFacts';
import { heldOver } from '../measures/heldOver';
import { holding } from '../measures/holding';
import { CARRIED_DAYS, newestOf, SNAPSHOT_STANDS } from '../measures/largeCapSnapshot';
import { valueOf } from '../measures/memberWeights';
import { QUARTER_DAYS, QUARTER_SESSIONS } from '../measures/quarter';
import { scoreOf } from '../ramp';
import type { Fact } from '../Reading';
import { weightedMean } from '../Score';
import { number, signed } from '../words';

const AT_START = { sessionsBack: QUARTER_SESSIONS, maxAge: SNAPSHOT_STANDS };

export default defineSignal({
  key: 'mag7-relative-strength',
  version: 1,
  role: SignalRole.COMPONENT,
  title: 'The strength of the Magnificent 7 against small caps',
  text: 'What buying the Magnificent 7 and holding them for 63 trading days returned more than small caps. Money that leaves the seven shows first in what they return. They are weighted at the beginning: by market value where that is known of all, else as a fund of the S&P 500 held them, else equally. Before 2023-04-11 it is hindsight: the seven were picked for what they had done.',
  formula: '100 x (total return of the basket - total return of IWM), both over 63 trading days',
  unit: 'pp',
  references: ['Jegadeesh and Titman (1993), "Returns to Buying Winners and Selling Losers"'],
  anchors: {
    lead: [
      [-15, 1, 'The seven fell behind by about 1.3 standard deviations of this difference (2004 to 2026, equally weighted, in hindsight).'],
      [0, 0, 'Neither led.'],
      [15, -1, 'The same in the lead of the seven.'],
    ],
  },
  inputs: {
    members: basket('mag7'),
    prices: closesOfMembers('mag7', QUARTER_DAYS + CARRIED_DAYS),
    worth: marketValues({ of: { basket: 'mag7' }, sessionsBack: [QUARTER_SESSIONS], months: 0 }),
    small: closes('IWM', { days: QUARTER_DAYS, maxAge: 10 }),
    ivv: ifKnown(snapshot('IVV', AT_START)),
    spy: ifKnown(snapshot('SPY', AT_START)),
  },
  compute({ members, prices, worth, small, ivv, spy }, { asOf, anchors }) {
    const [from, to] = [sessionBack(asOf, QUARTER_SESSIONS), sessionBack(asOf, 0)];
    const snapshotAtStart = newestOf([ivv, spy]);
    const seven = from === undefined || to === undefined ? null : basketReturn(members, prices, from, to, { marketValue: (member) => valueOf(member, from, worth), snapshot: snapshotAtStart });
    const smallCaps = from === undefined || to === undefined ? null : heldOver(small, from, to);
    if (seven === null) return [{ input: 'mag7', reason: MissingReason.INSUFFICIENT_COVERAGE, text: `returns of under 60 % of the Magnificent 7 over ${QUARTER_SESSIONS} trading days were known` }];
    if (smallCaps === null) return [{ input: 'IWM', reason: MissingReason.INSUFFICIENT_HISTORY, text: `no close of IWM ${QUARTER_SESSIONS} trading days before was known` }];
    const value = 100 * (seven.totalReturn - smallCaps.totalReturn);
    const term = { term: 'lead' };
    const lines = seven.weighting === Weighting.SNAPSHOT && snapshotAtStart !== null ? linesOfMembers(snapshotAtStart, seven.members).map(({ line }) => holding(snapshotAtStart, line)) : [];
    const values = seven.weighting === Weighting.CAP ? seven.members.flatMap(({ member }) => valuedBy(member, worth, from)) : [];
    return {
      value,
      score: weightedMean([{ key: 'lead', weight: 1, value, score: scoreOf(value, anchors.lead) }]),
      evidence: [...seven.members.flatMap((one) => closesHeld(one.member.symbol, one)), ...closesHeld('IWM', smallCaps), ...lines, ...values].map((fact) => ({ ...fact, ...term })),
      clause:
        `The Magnificent 7 (${WEIGHTED_BY[seven.weighting]}${members.isHindsight ? '; in hindsight, they were picked later' : ''}) returned ${signed(100 * seven.totalReturn, 1)} % from ${smallCaps.from.observedOn} to ${smallCaps.to.observedOn}, ` +
        `and small caps (IWM) ${signed(100 * smallCaps.totalReturn, 1)} %: a difference of ${number(Math.abs(value), 1)} pp in favour of ${value > 0 ? 'the seven' : 'small caps'}`,
      missing: members.members.filter((one) => !seven.members.some(({ member }) => member === one)).map(({ symbol }) => ({ input: symbol, reason: MissingReason.NOT_KNOWN_YET, text: `no return of ${symbol} was known` })),
      isHindsight: members.isHindsight,
      details: { weighting: seven.weighting },
    };
  },
});

/** The close and the count of shares that a member's market value was told from. */
function valuedBy({ cik, symbol }: Member, worth: WorthOn, on: IsoDate | undefined): readonly Fact[] {
  const value = cik === null || on === undefined ? null : worth(cik, on);
  return value === null || typeof value === 'string' ? [] : [traded(symbol, value), counted(symbol, value)];
}
