import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import { Evaluation } from '../signals/Evaluation';
import type { Facts } from '../signals/Facts';
import type { FactKind, FactNeed, NeedOf } from '../signals/inputs/Input';
import { partsOf } from '../signals/partsOf';
import type { FactsAbout } from '../store/load/FactsAbout';
import type { Read } from '../store/Reader';
import type { Book } from './books/Book';
import { basket } from './books/basket';
import { closes } from './books/closes';
import { marketValue } from './books/marketValue';
import { observations } from './books/observations';
import { quarters } from './books/quarters';
import { reports } from './books/reports';
import { snapshot } from './books/snapshot';
import { inTurns } from './inTurns';
import { LargestBaskets } from './largestBaskets';
import { firstNeedsOf, hasSpareNeeds, needsOf } from './needsOf';

const BOOKS: { readonly [Kind in FactKind]: Book<Kind> } = { observations, closes, basket, snapshot, quarters, reports, marketValue };

type FactsOn = (day: IsoDate) => Facts;

/** What signals need to be evaluated on each of many days, as known at its end: of each kind of fact what its book tells. */
interface FactsOnDays {
  /** All but what stands in for something else. */
  readonly first: FactsOn;
  /** All of some of the days. */
  readonly whole: (days: readonly IsoDate[]) => Promise<FactsOn>;
}

export async function openFacts(read: Read, definitions: readonly Definition[], days: readonly IsoDate[], knowledge: Knowledge): Promise<FactsOnDays> {
  const largest = await LargestBaskets.among(read, needsOf(definitions), days, knowledge);
  const first = await opened(read, firstNeedsOf(definitions), largest, days, knowledge);
  return { first, whole: (some) => opened(read, needsOf(definitions), largest, some, knowledge) };
}

/** The same with what stands in for something else, which is read once all else is there, of those days alone on which a signal asks for it. */
export async function factsOnDays(...asked: Parameters<typeof openFacts>): Promise<FactsOn> {
  const [, definitions, days] = asked;
  const { first, whole } = await openFacts(...asked);
  const sparing = [...partsOf(definitions)].filter(hasSpareNeeds);
  const asking = new Set<IsoDate>();
  for await (const day of inTurns(sparing.length > 0 ? days : [])) if (askForMore(sparing, first(day))) asking.add(day);
  if (asking.size === 0) return first;
  const all = await whole([...asking]);
  return (day) => (asking.has(day) ? all(day) : first(day));
}

function askForMore(definitions: readonly Definition[], facts: Facts): boolean {
  const evaluation = new Evaluation(facts);
  for (const definition of definitions) evaluation.reading(definition);
  return evaluation.asksForMore;
}

/** What each kind's book tells of some needs; who belongs to a basket that follows from a rule is told already. */
async function opened(read: Read, asked: readonly FactNeed[], largest: LargestBaskets, days: readonly IsoDate[], knowledge: Knowledge): Promise<FactsOn> {
  const needs = asked.flatMap((need) => largest.named(need));
  const open = <Kind extends FactKind>(kind: Kind) => BOOKS[kind].open(read, needs.filter(isOf(kind)), days, knowledge);
  // What asks twice and what takes longest comes first, so that it is read while Postgres tells the rest.
  const [held, earned, worth, closed, observed, reported, gathered] = await Promise.all([
    ...[open('snapshot'), open('quarters'), open('marketValue'), open('closes')] as const,
    ...[open('observations'), open('reports'), open('basket')] as const,
  ]);
  return (asOf) => {
    const listed = gathered(asOf);
    return { asOf, ...observed(asOf), ...closed(asOf), ...held(asOf), ...earned(asOf), ...reported(asOf), ...worth(asOf), basket: (key) => largest.on(key, asOf) ?? listed.basket(key) };
  };
}

/** What a load may bring that changes what a signal, or any that it is made of, is told from. */
export const touching = (definition: Definition): readonly FactsAbout[] => needsOf([definition]).flatMap((need) => touchedBy(need));

const touchedBy = <Kind extends FactKind>(need: NeedOf<Kind>): readonly FactsAbout[] => (BOOKS[need.kind] as Book<Kind>).touchedBy(need);

const isOf =
  <Kind extends FactKind>(kind: Kind) =>
  (need: FactNeed): need is NeedOf<Kind> =>
    need.kind === kind;
