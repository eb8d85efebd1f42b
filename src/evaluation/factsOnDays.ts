import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import type { Facts } from '../signals/Facts';
import type { FactKind, FactNeed, NeedOf } from '../signals/inputs/Input';
import type { Read } from '../store/Reader';
import type { Book } from './books/Book';
import { observations } from './books/observations';
import { needsOf } from './needsOf';

const BOOKS: { readonly [Kind in FactKind]: Book<Kind> } = { observations };

/** What signals need to be evaluated on each of many days, as known at its end: of each kind of fact what its book tells. */
export async function factsOnDays(read: Read, definitions: readonly Definition[], days: readonly IsoDate[], knowledge: Knowledge): Promise<(day: IsoDate) => Facts> {
  const needs = needsOf(definitions);
  const open = <Kind extends FactKind>(kind: Kind) => BOOKS[kind].open(read, needs.filter(isOf<Kind>(kind)), days, knowledge);
  const observed = await open('observations');
  return (asOf) => ({ asOf, ...observed(asOf) });
}

const isOf =
  <Kind extends FactKind>(kind: string) =>
  (need: FactNeed): need is NeedOf<Kind> =>
    need.kind === kind;
