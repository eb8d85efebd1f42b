import { sessionBack } from '../../domain/nyseCalendar';
import { defineSignal, SignalRole } from '../defineSignal';
import type { ListingCloses, SnapshotSeen } from '../Facts';
import { basket } from '../inputs/basket';
import { closes, closesOfMembers } from '../inputs/closes';
import { ifKnown } from '../inputs/ifKnown';
import { snapshot } from '../inputs/snapshot';
import { LackReason } from '../Lack';
import { type BasketShare, basketShare } from '../measures/basketShare';
import { closesHeld } from '../measures/close';
import { holding } from '../measures/holding';
import { CARRIED_DAYS, SNAPSHOT_STANDS } from '../measures/largeCapSnapshot';
import { QUARTER_DAYS, QUARTER_SESSIONS } from '../measures/quarter';
import { scoreOf } from '../ramp';
import { weightedMean } from '../Score';
import { number, signed } from '../words';

const DAYS = QUARTER_DAYS + CARRIED_DAYS;

const held = (fund: string, sessionsBack: number) => ifKnown(snapshot(fund, { sessionsBack, maxAge: SNAPSHOT_STANDS }));
const traded = (fund: string) => ifKnown(closes(fund, { days: DAYS, maxAge: 10 }));

export default defineSignal({
  key: 'mag7-concentration',
  version: 1,
  role: SignalRole.COMPONENT,
  title: 'The weight of the Magnificent 7 in the S&P 500',
  text: 'By how many points the weight of the Magnificent 7 in the S&P 500 changed over 63 trading days: positions in them that are unwound weigh less. The weight is that in a fund of the index (IVV, else SPY), at either end from its newest holdings at most 100 days older, carried on by total returns: each of the seven by its own, all others by what the fund returned without the seven. Both ends are of one fund. Before 2023-04-11 it is hindsight: the seven were picked for what they had done.',
  formula: '100 x (weight of the basket on the day - its weight 63 trading days before)',
  unit: 'pp',
  references: ['Herfindahl and Hirschman: the effective number of holdings is the inverse of the sum of squared weights'],
  anchors: {
    change: [
      [-2, 1, 'Two points of the index left the seven within a quarter.'],
      [0, 0, 'They weigh what they weighed.'],
      [2, -1, 'Two points of the index came to them.'],
    ],
  },
  inputs: {
    members: basket('mag7'),
    prices: closesOfMembers('mag7', DAYS),
    ivvNow: held('IVV', 0),
    ivvThen: held('IVV', QUARTER_SESSIONS),
    ivv: traded('IVV'),
    spyNow: held('SPY', 0),
    spyThen: held('SPY', QUARTER_SESSIONS),
    spy: traded('SPY'),
  },
  compute({ members, prices, ivvNow, ivvThen, ivv, spyNow, spyThen, spy }, { asOf, anchors }) {
    const [from, to] = [sessionBack(asOf, QUARTER_SESSIONS), sessionBack(asOf, 0)];
    const ends = (now: SnapshotSeen | null, then: SnapshotSeen | null, fund: ListingCloses | null) => {
      if (now === null || then === null || from === undefined || to === undefined) return null;
      const [late, early] = [basketShare(now, members, prices, fund, to), basketShare(then, members, prices, fund, from)];
      return late === null || early === null ? null : { late, early };
    };
    const told = ends(ivvNow, ivvThen, ivv) ?? ends(spyNow, spyThen, spy);
    if (told === null) return [{ input: 'mag7', ...lackOf([ivvNow, spyNow], [ivvThen, spyThen]) }];
    const { late, early } = told;
    const value = 100 * (late.weight - early.weight);
    return {
      value,
      score: weightedMean([{ key: 'change', weight: 1, value, score: scoreOf(value, anchors.change) }]),
      evidence: [late, early].flatMap(evidenceOf).map((fact) => ({ ...fact, term: 'change' })),
      clause:
        `The Magnificent 7${members.isHindsight ? ' (in hindsight, they were picked later)' : ''} were ${number(100 * late.weight, 1)} % of the S&P 500 (${late.snapshot.fund}, holdings of ${late.snapshot.observedOn}) at the close of ${late.fund.to.observedOn}, ` +
        `${signed(value, 1)} pp from ${early.fund.to.observedOn} (holdings of ${early.snapshot.observedOn}), and the index was as concentrated as ${number(late.effectiveNumber, 0)} holdings of one size`,
      isHindsight: members.isHindsight,
      details: { weight: late.weight, effectiveNumber: late.effectiveNumber, fund: late.snapshot.fund },
    };
  },
});

const evidenceOf = ({ snapshot: of, fund, members }: BasketShare) => [
  ...members.flatMap(({ lines }) => lines.map((line) => holding(of, line))),
  ...members.flatMap(({ member, held: own }) => closesHeld(member.symbol, own)),
  ...closesHeld(of.fund, fund),
];

/** What is lacking: holdings of the day, those of the quarter before, or the closes to carry them on by. */
function lackOf(now: readonly (SnapshotSeen | null)[], then: readonly (SnapshotSeen | null)[]) {
  const isThere = (one: SnapshotSeen | null): boolean => one !== null;
  if (!now.some(isThere)) return { reason: LackReason.NOT_KNOWN_YET, text: `no holdings of IVV or SPY at most ${SNAPSHOT_STANDS} days old were known` };
  if (!then.some(isThere)) return { reason: LackReason.INSUFFICIENT_HISTORY, text: `no holdings of IVV or SPY of ${QUARTER_SESSIONS} trading days before, or at most ${SNAPSHOT_STANDS} days older, were known` };
  return { reason: LackReason.INSUFFICIENT_COVERAGE, text: 'closes by which the weights of the Magnificent 7 in IVV or SPY are carried on were not all known' };
}
