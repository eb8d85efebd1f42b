import { addDays } from '../../domain/isoDate';
import { defineSignal, SignalRole } from '../defineSignal';
import type { Observed } from '../Facts';
import { type Observations, observations } from '../inputs/observations';
import { optional } from '../inputs/optional';
import { MissingReason } from '../../domain/MissingReason';
import type { Lack } from '../Lack';
import { Monthly } from '../measures/Monthly';
import { observation } from '../measures/observation';
import { type SahmGap, sahmGap } from '../measures/sahmGap';
import { scoreOf } from '../ramp';
import { weightedMean } from '../Score';
import { mean } from '../statistics/moments';
import { month, number, signed } from '../words';

const QUARTER = 3;
const FOUR_WEEKS = 28;
/** A year in whole weeks. */
const YEAR = 364;

export default defineSignal({
  key: 'labor-resilience',
  version: 1,
  role: SignalRole.CONFIRMATION,
  title: 'The resilience of the labor market',
  text: "Whether people keep their jobs while the Fed eases: unemployment against its low of the year before (Sahm's gap, in the vintage of the day), payrolls, and first claims for unemployment insurance.",
  formula:
    "UNRATE's 3-month mean less the lowest of the 12 before, rounded to 0.01; scored 2:1:1 with PAYEMS' mean change over 3 months, thousand, and ICSA's 4-week mean against that of 52 weeks before, %",
  unit: 'pp',
  references: ['Sahm (2019), "Direct Stimulus Payments to Individuals", The Hamilton Project'],
  anchors: {
    sahm: [
      [0.1, 1, 'Unemployment is next to its low of the year.'],
      [0.3, 0, 'Half way to where recessions have begun.'],
      [0.5, -1, "Sahm's threshold: reached early in every recession since 1970."],
    ],
    payrolls: [
      [0, -1, 'No jobs are added.'],
      [150, 1, 'More than a growing population needs.'],
    ],
    claims: [
      [-5, 1, 'Fewer lose their jobs than a year before.'],
      [20, -1, 'A fifth more do: as in the first months of recessions.'],
    ],
  },
  weights: { sahm: 2, payrolls: 1, claims: 1 },
  inputs: {
    unemployment: observations('UNRATE', { days: 740, maxAge: 125 }),
    payrolls: optional(observations('PAYEMS', { days: 310, maxAge: 125 })),
    claims: optional(observations('ICSA', { days: 440, maxAge: 25 })),
  },
  compute({ unemployment, payrolls, claims }, { anchors, weights }) {
    const months = new Monthly(unemployment);
    const sahm = sahmGap(months, months.newestMonth);
    if (sahm === undefined) return [tooShort('UNRATE', `UNRATE lacks a month of the three to ${month(months.newest.observedOn)}, or too many of the year before`)];
    const before = sahmGap(months, months.newestMonth - QUARTER);
    const [jobs, filed] = [payrolls === null ? null : jobsAdded(payrolls), claims === null ? null : claimsGrowth(claims)];
    return {
      value: sahm.gap,
      score: weightedMean([
        { key: 'sahm', weight: weights.sahm, value: sahm.gap, score: scoreOf(sahm.gap, anchors.sahm) },
        { key: 'payrolls', weight: weights.payrolls, value: jobs?.change ?? null, score: jobs === null ? null : scoreOf(jobs.change, anchors.payrolls) },
        { key: 'claims', weight: weights.claims, value: filed?.growth ?? null, score: filed === null ? null : scoreOf(filed.growth, anchors.claims) },
      ]),
      missing: [
        ...(payrolls !== null && jobs === null ? [tooShort('PAYEMS', 'PAYEMS of three months before was not known')] : []),
        ...(claims !== null && filed === null ? [tooShort('ICSA', 'four weeks of ICSA, or those of a year before, were not known whole')] : []),
      ],
      evidence: [
        ...sahmMonths(sahm).map((one) => ({ ...observation('UNRATE', one, '%', `unemployment of ${month(one.observedOn)}`), term: 'sahm' })),
        ...(jobs?.rests ?? []).map((one) => ({ ...observation('PAYEMS', one, 'thousand', `payrolls of ${month(one.observedOn)}`), term: 'payrolls' })),
        ...(filed?.rests ?? []).map((one) => ({ ...observation('ICSA', one, 'claims', `claims of the week to ${one.observedOn}`), term: 'claims' })),
      ],
      clause: [
        `Unemployment over the three months to ${month(months.newest.observedOn)} stood ${number(sahm.gap, 2)} pp above its low of the year before`,
        jobs === null ? '' : `; payrolls changed by ${signed(jobs.change, 0)} thousand a month`,
        filed === null ? '' : `; claims by ${signed(filed.growth, 1)} % from a year before`,
      ].join(''),
      details: { sahm: sahm.gap, sahmThreeMonthsBefore: before?.gap ?? null },
    };
  },
});

const tooShort = (input: string, text: string): Lack => ({ input, reason: MissingReason.INSUFFICIENT_HISTORY, text });

const sahmMonths = ({ current, lowest }: SahmGap): readonly Observed[] => [...new Set([...lowest, ...current])];

/** The mean change of payrolls over three months, in thousand. */
function jobsAdded(payrolls: Observations) {
  const months = new Monthly(payrolls);
  const base = months.base(months.newestMonth, QUARTER);
  return base === undefined ? null : { change: (months.newest.value - base.from.value) / base.months, rests: [base.from, months.newest] };
}

/** Claims of the newest four weeks over those of 52 weeks before, less 1, in percent. */
function claimsGrowth(claims: Observations) {
  const newest = (claims.at(-1) ?? claims[0]).observedOn;
  const weeksTo = (last: string, from: string): readonly Observed[] => claims.filter(({ observedOn }) => observedOn > from && observedOn <= last);
  const now = weeksTo(newest, addDays(newest, -FOUR_WEEKS));
  const before = weeksTo(addDays(newest, -YEAR), addDays(newest, -YEAR - FOUR_WEEKS));
  if (now.length < 4 || before.length < 4) return null;
  const meanOf = (weeks: readonly Observed[]): number => mean(weeks.map(({ value }) => value));
  return { growth: (meanOf(now) / meanOf(before) - 1) * 100, rests: [...before, ...now] };
}
