import type { Decimal } from '../decimal';
import type { IsoDate } from '../isoDate';
import { CompanyFold } from './CompanyFold';
import { EarningsKnown } from './earningsKnown';
import type { EarningsState, Figure } from './EarningsState';
import type { KnownFact } from './KnownFact';
import { type Split, factorSince, isCarriedBy } from './splits';

/** What became of a period's earnings when a filing came in. */
export enum EarningsChange {
  /** They were not known before. */
  FIRST = 'FIRST',
  /** Earnings per share changed by the ratio of a split, and nothing else did. */
  SPLIT = 'SPLIT',
  /** A figure was reported otherwise. */
  RESTATEMENT = 'RESTATEMENT',
  /** What was derived or lacking came to be reported, or what the period is called came clear. */
  COMPLETED = 'COMPLETED',
}

/** The earnings of a period over the days on which they were known so. */
export interface EarningsVersion extends EarningsState {
  readonly knownOn: IsoDate;
  /** The first day on which they were known otherwise; null while they still are. */
  readonly knownUntil: IsoDate | null;
  readonly change: EarningsChange;
  /** The figure that brought the version: the filing behind it is the version's. */
  readonly broughtBy: KnownFact;
}

/** What a company's filings add up to. */
export interface EarningsHistory {
  /** In the order of the days on which they were known. */
  readonly versions: readonly EarningsVersion[];
  readonly splits: readonly Split[];
}

/**
 * Every version of every period's earnings of one company: what a reader of each day could tell from the filings of that day
 * and before. So no version knows anything that was filed later, whatever is loaded.
 *
 * @param facts All figures there are of the company, in any order.
 */
export function earningsHistory(facts: readonly KnownFact[]): EarningsHistory {
  const fold = new CompanyFold();
  const known = new EarningsKnown(fold);
  const open = new Map<string, { readonly version: EarningsVersion; readonly state: EarningsState }>();
  const closed: EarningsVersion[] = [];
  for (const [knownOn, filings] of byDay(facts)) {
    for (const filing of filings) fold.take(filing);
    const states = new Map(known.states().map((state) => [`${state.period} ${state.endOn}`, state]));
    for (const [key, { version }] of open) {
      if (states.has(key)) continue;
      closed.push({ ...version, knownUntil: knownOn });
      open.delete(key);
    }
    for (const [key, state] of states) {
      const before = open.get(key);
      if (before !== undefined && (before.state === state || isSame(before.state, state))) continue;
      if (before !== undefined) closed.push({ ...before.version, knownUntil: knownOn });
      const change = changeFrom(before?.version, state, fold.splits);
      open.set(key, { state, version: { ...state, knownOn, knownUntil: null, change, broughtBy: broughtBy(state, filings) } });
    }
  }
  const versions = [...closed, ...[...open.values()].map(({ version }) => version)];
  return { versions: versions.sort((a, b) => compare(a.knownOn, b.knownOn)), splits: fold.splits };
}

type Filings = readonly (readonly KnownFact[])[];

/** The filings of each day, in an order that follows from what they say. */
function byDay(facts: readonly KnownFact[]): readonly (readonly [IsoDate, Filings])[] {
  const days = new Map<IsoDate, Map<string, KnownFact[]>>();
  for (const fact of inOrder(facts)) {
    const filings = days.get(fact.knownOn) ?? new Map<string, KnownFact[]>();
    const filing = filings.get(fact.accession) ?? [];
    filing.push(fact);
    days.set(fact.knownOn, filings.set(fact.accession, filing));
  }
  return [...days].map(([day, filings]) => [day, [...filings.values()]] as const);
}

const inOrder = (facts: readonly KnownFact[]): readonly KnownFact[] =>
  facts
    .map((fact) => ({ fact, place: placeOf(fact) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ fact }) => fact);

const placeOf = ({ knownOn, accession, concept, startOn, endOn, value }: KnownFact): string =>
  [knownOn, accession, concept, startOn, endOn, value].join(' ');

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const isSame = (one: EarningsState, other: EarningsState): boolean =>
  one.startOn === other.startOn &&
  one.fiscalYear === other.fiscalYear &&
  one.fiscalQuarter === other.fiscalQuarter &&
  one.splitFactor === other.splitFactor &&
  isSameNumber(one.epsReported, other.epsReported) &&
  one.flags.join() === other.flags.join() &&
  isSameFigure(one.eps, other.eps) &&
  isSameFigure(one.netIncome, other.netIncome) &&
  isSameFigure(one.revenue, other.revenue) &&
  isSameFigure(one.shares, other.shares);

const isSameFigure = (one: Figure | null, other: Figure | null): boolean =>
  one?.ground === other?.ground && isSameNumber(one?.value ?? null, other?.value ?? null);

const isSameNumber = (one: Decimal | null, other: Decimal | null): boolean =>
  one === other || (one !== null && other !== null && Number(one) === Number(other));

function changeFrom(before: EarningsVersion | undefined, state: EarningsState, splits: readonly Split[]): EarningsChange {
  if (before === undefined) return EarningsChange.FIRST;
  const isRestated = isOther(before.netIncome, state.netIncome) || isOther(before.revenue, state.revenue);
  const byEps = epsChange(before, state, splits);
  if (isRestated || byEps === EarningsChange.RESTATEMENT) return EarningsChange.RESTATEMENT;
  return byEps ?? EarningsChange.COMPLETED;
}

const isOther = (before: Figure | null, now: Figure | null): boolean =>
  before !== null && now !== null && Number(before.value) !== Number(now.value);

/** What earnings per share became: null where they are the same, or there was or is no such figure. */
function epsChange(before: EarningsVersion, state: EarningsState, splits: readonly Split[]): EarningsChange | null {
  const since = factorSince(before, splits);
  const [old, now] = [before.epsReported, state.epsReported];
  if (old === null || now === null) {
    const isCarried = since !== 1 && old === now && before.eps !== null && state.eps !== null && isCarriedBy(Number(before.eps.value), Number(state.eps.value), since);
    return isCarried ? EarningsChange.SPLIT : null;
  }
  const ratio = (before.splitFactor * since) / state.splitFactor;
  if (Number(old) === Number(now)) return since === 1 ? null : EarningsChange.SPLIT;
  return ratio !== 1 && isCarriedBy(Number(old), Number(now), ratio) ? EarningsChange.SPLIT : EarningsChange.RESTATEMENT;
}

/** The newest of the figures that the earnings are told from, which came that day unless only what they mean did. */
function broughtBy({ eps, netIncome, revenue, shares }: EarningsState, filings: Filings): KnownFact {
  const facts = [eps, netIncome, revenue, shares].flatMap((figure) => figure?.facts ?? []);
  const today = filings.flat();
  const newest = inOrder(facts.filter((fact) => today.includes(fact))).at(-1) ?? today.at(-1);
  if (newest === undefined) throw new TypeError('A day without filings brought earnings.');
  return newest;
}
