import type { IsoDate } from '../../domain/isoDate';
import { sessionBack } from '../../domain/nyseCalendar';
import { defineSignal, type Measured, SignalRole, toldOf } from '../defineSignal';
import type { BasketSeen, ListingCloses, SnapshotSeen } from '../Facts';
import { basketMembers } from '../inputs/basketMembers';
import { closes, closesOfMembers } from '../inputs/closes';
import { marketValues } from '../inputs/companies';
import { ifAsked } from '../inputs/ifAsked';
import { ifKnown } from '../inputs/ifKnown';
import { snapshot } from '../inputs/snapshot';
import { MissingReason } from '../../domain/MissingReason';
import type { Lack } from '../Lack';
import { type BasketShare, basketShare } from '../measures/basketShare';
import { closesHeld } from '../measures/close';
import { counted, holdings, traded as priced } from '../measures/companyFacts';
import { holding } from '../measures/holding';
import { CARRIED_DAYS, SNAPSHOT_STANDS } from '../measures/largeCapSnapshot';
import { QUARTER_DAYS, QUARTER_SESSIONS } from '../measures/quarter';
import { type UniverseShare, universeShare } from '../measures/universeShare';
import { type Anchors, scoreOf } from '../ramp';
import type { BasketRole } from '../Roles';
import { weightedMean } from '../Score';
import { number, signed, subjectOf } from '../words';

const DAYS = QUARTER_DAYS + CARRIED_DAYS;

/** How old, in days, the holdings may be that say who is large: two years. */
const UNIVERSE_STANDS = 730;

const held = (fund: string, sessionsBack: number) => ifKnown(snapshot(fund, { sessionsBack, maxAge: SNAPSHOT_STANDS }));
const traded = (fund: string) => ifKnown(closes(fund, { days: DAYS, maxAge: 10 }));

interface Details {
  /** A fraction. */
  readonly weight: number;
  readonly effectiveNumber: number;
  /** Whose holdings it is a weight in; null where it is a share of market value. */
  readonly fund: string | null;
}

export default toldOf(({ basket }) => defineSignal({
  key: 'mag7-concentration',
  version: 1,
  role: SignalRole.COMPONENT,
  title: `The weight of the ${basket.name} in the S&P 500`,
  text: `By how many points the weight of the ${basket.name} in the S&P 500 changed over 63 trading days: positions in them that are unwound weigh less. The weight is that in a fund of the index (IVV, else SPY), at either end from its newest holdings at most 100 days older, carried on by total returns: each of the ${basket.members} by its own, all others by what the fund returned without the ${basket.members}. Both ends are of one fund. Where holdings are too old or closes are lacking it is their share of the market value of the companies in the newest holdings of SPY, of those that are valued on both days, and it says so. ${basket.hindsight}`,
  formula: '100 x (weight of the basket on the day - its weight 63 trading days before)',
  unit: 'pp',
  references: ['Herfindahl and Hirschman: the effective number of holdings is the inverse of the sum of squared weights'],
  anchors: {
    change: [
      [-2, 1, `Two points of the index left the ${basket.members} within a quarter.`],
      [0, 0, 'They weigh what they weighed.'],
      [2, -1, 'Two points of the index came to them.'],
    ],
  },
  inputs: {
    members: basketMembers(basket.key),
    prices: closesOfMembers(basket.key, DAYS),
    ivvNow: held('IVV', 0),
    ivvThen: held('IVV', QUARTER_SESSIONS),
    ivv: traded('IVV'),
    spyNow: held('SPY', 0),
    spyThen: held('SPY', QUARTER_SESSIONS),
    spy: traded('SPY'),
    universe: ifKnown(snapshot('SPY', { sessionsBack: 0, maxAge: UNIVERSE_STANDS })),
    worth: ifAsked(marketValues({ of: { fund: 'SPY' }, sessionsBack: [0, QUARTER_SESSIONS], months: 0 })),
  },
  compute({ members, prices, ivvNow, ivvThen, ivv, spyNow, spyThen, spy, universe, worth }, { asOf, anchors }): Measured<Details> | readonly Lack[] {
    const [from, to] = [sessionBack(asOf, QUARTER_SESSIONS), sessionBack(asOf, 0)];
    const ends = (now: SnapshotSeen | null, then: SnapshotSeen | null, fund: ListingCloses | null) => {
      if (now === null || then === null || from === undefined || to === undefined) return null;
      const [late, early] = [basketShare(now, members, prices, fund, to), basketShare(then, members, prices, fund, from)];
      return late === null || early === null ? null : { late, early };
    };
    const told = ends(ivvNow, ivvThen, ivv) ?? ends(spyNow, spyThen, spy);
    if (told === null) {
      const share = universe === null || from === undefined ? null : universeShare(universe, members, worth, from, asOf);
      return share === null || from === undefined ? [{ input: basket.key, ...lackOf(basket, [ivvNow, spyNow], [ivvThen, spyThen]) }] : ofUniverse(share, basket, members, from, asOf, anchors.change);
    }
    const { late, early } = told;
    const value = 100 * (late.weight - early.weight);
    return {
      value,
      score: weightedMean([{ key: 'change', weight: 1, value, score: scoreOf(value, anchors.change) }]),
      evidence: [late, early].flatMap(evidenceOf).map((fact) => ({ ...fact, term: 'change' })),
      clause:
        `The ${subjectOf(basket, members)} were ${number(100 * late.weight, 1)} % of the S&P 500 (${late.snapshot.fund}, holdings of ${late.snapshot.observedOn}) at the close of ${late.fund.to.observedOn}, ` +
        `${signed(value, 1)} pp from ${early.fund.to.observedOn} (holdings of ${early.snapshot.observedOn}), and the index was as concentrated as ${number(late.effectiveNumber, 0)} holdings of one size`,
      isHindsight: members.isHindsight,
      details: { weight: late.weight, effectiveNumber: late.effectiveNumber, fund: late.snapshot.fund },
    };
  },
}));

/** The share of the market value of large caps, where weights in a fund cannot be told. */
function ofUniverse({ snapshot: of, companies, coverage, early, late, effectiveNumber, members }: UniverseShare, basket: BasketRole, { isHindsight }: BasketSeen, from: IsoDate, to: IsoDate, anchors: Anchors): Measured<Details> {
  const value = 100 * (late - early);
  const evidence = [holdings(of, coverage), ...members.flatMap(({ member: { symbol }, then, now }) => [priced(symbol, now), counted(symbol, now), priced(symbol, then)])];
  return {
    value,
    score: weightedMean([{ key: 'change', weight: 1, value, score: scoreOf(value, anchors) }]),
    evidence: evidence.map((fact) => ({ ...fact, term: 'change' })),
    clause:
      `The ${subjectOf(basket, { isHindsight })} were ${number(100 * late, 1)} % of the market value of the ${companies} valued companies of ${of.fund}'s holdings of ${of.observedOn} on ${to}, ` +
      `${signed(value, 1)} pp from ${from}, and these were as concentrated as ${number(effectiveNumber, 0)} companies of one size`,
    isHindsight,
    details: { weight: late, effectiveNumber, fund: null },
  };
}

const evidenceOf = ({ snapshot: of, fund, members }: BasketShare) => [
  ...members.flatMap(({ lines }) => lines.map((line) => holding(of, line))),
  ...members.flatMap(({ member, held: own }) => closesHeld(member.symbol, own)),
  ...closesHeld(of.fund, fund),
];

/** What is lacking: holdings of the day, those of the quarter before, or the closes to carry them on by. */
function lackOf({ name }: BasketRole, now: readonly (SnapshotSeen | null)[], then: readonly (SnapshotSeen | null)[]) {
  const isThere = (one: SnapshotSeen | null): boolean => one !== null;
  if (!now.some(isThere)) return { reason: MissingReason.NOT_KNOWN_YET, text: `no holdings of IVV or SPY at most ${SNAPSHOT_STANDS} days old were known` };
  if (!then.some(isThere)) return { reason: MissingReason.INSUFFICIENT_HISTORY, text: `no holdings of IVV or SPY of ${QUARTER_SESSIONS} trading days before, or at most ${SNAPSHOT_STANDS} days older, were known` };
  return { reason: MissingReason.INSUFFICIENT_COVERAGE, text: `closes by which the weights of the ${name} in IVV or SPY are carried on were not all known` };
}
