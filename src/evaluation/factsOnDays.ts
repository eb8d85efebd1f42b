import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import type { Facts } from '../signals/Facts';
import type { FactKind, FactNeed, NeedOf } from '../signals/inputs/Input';
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
import { needsOf } from './needsOf';

const BOOKS: { readonly [Kind in FactKind]: Book<Kind> } = { observations, closes, basket, snapshot, quarters, reports, marketValue };

/** What signals need to be evaluated on each of many days, as known at its end: of each kind of fact what its book tells. */
export async function factsOnDays(read: Read, definitions: readonly Definition[], days: readonly IsoDate[], knowledge: Knowledge): Promise<(day: IsoDate) => Facts> {
  const needs = needsOf(definitions);
  const open = <Kind extends FactKind>(kind: Kind) => BOOKS[kind].open(read, needs.filter(isOf(kind)), days, knowledge);
  const [observed, closed, gathered, held] = [await open('observations'), await open('closes'), await open('basket'), await open('snapshot')];
  const [earned, reported, worth] = [await open('quarters'), await open('reports'), await open('marketValue')];
  return (asOf) => ({ asOf, ...observed(asOf), ...closed(asOf), ...gathered(asOf), ...held(asOf), ...earned(asOf), ...reported(asOf), ...worth(asOf) });
}

/** What a load may bring that changes what a signal, or any that it is made of, is told from. */
export const touching = (definition: Definition): readonly FactsAbout[] => needsOf([definition]).flatMap((need) => touchedBy(need));

const touchedBy = <Kind extends FactKind>(need: NeedOf<Kind>): readonly FactsAbout[] => (BOOKS[need.kind] as Book<Kind>).touchedBy(need);

const isOf =
  <Kind extends FactKind>(kind: Kind) =>
  (need: FactNeed): need is NeedOf<Kind> =>
    need.kind === kind;
