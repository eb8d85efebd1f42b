import type { IsoDate } from '../../domain/isoDate';
import { sessionBack } from '../../domain/nyseCalendar';
import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import type { Member } from '../Facts';
import { basketMembers } from '../inputs/basketMembers';
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

export default toldOf(({ basket, small: fund }) => defineSignal({
  key: 'mag7-relative-strength',
  version: 1,
  role: SignalRole.COMPONENT,
  title: `The strength of the ${basket.name} against small caps`,
  text: `What buying the ${basket.name} and holding them for 63 trading days returned more than small caps. Money that leaves the ${basket.members} shows first in what they return. They are weighted at the beginning: by market value where that is known of all, else as a fund of the S&P 500 held them, else equally. ${basket.hindsight}`,
  formula: `100 x (total return of the basket - total return of ${fund.symbol}), both over 63 trading days`,
  unit: 'pp',
  references: ['Jegadeesh and Titman (1993), "Returns to Buying Winners and Selling Losers"'],
  anchors: {
    lead: [
      [-15, 1, `The ${basket.members} fell behind by about 1.3 standard deviations of this difference${basket.key === 'mag7' && fund.symbol === 'IWM' ? '' : ' of the Magnificent 7 and IWM'} (2004 to 2026, equally weighted, in hindsight).`],
      [0, 0, 'Neither led.'],
      [15, -1, `The same in the lead of the ${basket.members}.`],
    ],
  },
  inputs: {
    members: basketMembers(basket.key),
    prices: closesOfMembers(basket.key, QUARTER_DAYS + CARRIED_DAYS),
    worth: marketValues({ of: { basket: basket.key }, sessionsBack: [QUARTER_SESSIONS], months: 0 }),
    small: closes(fund.listing, { days: QUARTER_DAYS, maxAge: 10 }),
    ivv: ifKnown(snapshot('IVV', AT_START)),
    spy: ifKnown(snapshot('SPY', AT_START)),
  },
  compute({ members, prices, worth, small, ivv, spy }, { asOf, anchors }) {
    const [from, to] = [sessionBack(asOf, QUARTER_SESSIONS), sessionBack(asOf, 0)];
    const snapshotAtStart = newestOf([ivv, spy]);
    const seven = from === undefined || to === undefined ? null : basketReturn(members, prices, from, to, { marketValue: (member) => valueOf(member, from, worth), snapshot: snapshotAtStart });
    const smallCaps = from === undefined || to === undefined ? null : heldOver(small, from, to);
    if (seven === null) return [{ input: basket.key, reason: MissingReason.INSUFFICIENT_COVERAGE, text: `returns of under 60 % of the ${basket.name} over ${QUARTER_SESSIONS} trading days were known` }];
    if (smallCaps === null) return [{ input: fund.symbol, reason: MissingReason.INSUFFICIENT_HISTORY, text: `no close of ${fund.symbol} ${QUARTER_SESSIONS} trading days before was known` }];
    const value = 100 * (seven.totalReturn - smallCaps.totalReturn);
    const term = { term: 'lead' };
    const lines = seven.weighting === Weighting.SNAPSHOT && snapshotAtStart !== null ? linesOfMembers(snapshotAtStart, seven.members).map(({ line }) => holding(snapshotAtStart, line)) : [];
    const values = seven.weighting === Weighting.CAP ? seven.members.flatMap(({ member }) => valuedBy(member, worth, from)) : [];
    return {
      value,
      score: weightedMean([{ key: 'lead', weight: 1, value, score: scoreOf(value, anchors.lead) }]),
      evidence: [...seven.members.flatMap((one) => closesHeld(one.member.symbol, one)), ...closesHeld(fund.symbol, smallCaps), ...lines, ...values].map((fact) => ({ ...fact, ...term })),
      clause:
        `The ${basket.name} (${WEIGHTED_BY[seven.weighting]}${members.isHindsight ? '; in hindsight, they were picked later' : ''}) returned ${signed(100 * seven.totalReturn, 1)} % from ${smallCaps.from.observedOn} to ${smallCaps.to.observedOn}, ` +
        `and small caps (${fund.symbol}) ${signed(100 * smallCaps.totalReturn, 1)} %: a difference of ${number(Math.abs(value), 1)} pp in favour of ${value > 0 ? `the ${basket.members}` : 'small caps'}`,
      missing: members.members.filter((one) => !seven.members.some(({ member }) => member === one)).map(({ symbol }) => ({ input: symbol, reason: MissingReason.NOT_KNOWN_YET, text: `no return of ${symbol} was known` })),
      isHindsight: members.isHindsight,
      details: { weighting: seven.weighting },
    };
  },
}));

/** The close and the count of shares that a member's market value was told from. */
function valuedBy({ cik, symbol }: Member, worth: WorthOn, on: IsoDate | undefined): readonly Fact[] {
  const value = cik === null || on === undefined ? null : worth(cik, on);
  return value === null || typeof value === 'string' ? [] : [traded(symbol, value), counted(symbol, value)];
}
