import type { Facts } from '../Facts';
import type { Lack } from '../Lack';
import type { Definition } from '../defineSignal';
import type { Reading } from '../Reading';

/** What must be at hand before an input can be read, by the name under which `Facts` tells it: who brings facts goes by it. */
export type FactNeed =
  | { readonly kind: 'observations'; readonly code: string; readonly days: number }
  /** Of one listing, or of all that belong to a basket or ever did. */
  | { readonly kind: 'closes'; readonly of: { readonly listing: string } | { readonly basket: string }; readonly days: number }
  | { readonly kind: 'basket'; readonly key: string }
  | { readonly kind: 'snapshot'; readonly fund: string; readonly sessionsBack: number; readonly maxAge: number }
  | ({ readonly kind: 'quarters' } & CompaniesInReach)
  | ({ readonly kind: 'reports' } & CompaniesInReach)
  /** On the sessions so many before the day, and on the last one of each of so many months before each of them. */
  | { readonly kind: 'marketValue'; readonly of: Companies; readonly sessionsBack: readonly number[]; readonly months: number };

/** All companies that belong to a basket or ever did, or whose shares a fund holds; or those of some numbers, of which no signal asks by itself. */
export type Companies = { readonly basket: string } | { readonly fund: string } | { readonly ciks: readonly string[] };

/** The same, and how many calendar days before the day one looks at what they reported. */
export interface CompaniesInReach {
  readonly of: Companies;
  readonly days: number;
}

export type FactKind = FactNeed['kind'];

export type NeedOf<Kind extends FactKind> = Extract<FactNeed, { readonly kind: Kind }>;

/** The basket that a need is about, by its key. */
export function basketOf(need: FactNeed): string | undefined {
  if (need.kind === 'basket') return need.key;
  return 'of' in need && 'basket' in need.of ? need.of.basket : undefined;
}

type Need = FactNeed | { readonly kind: 'signal'; readonly definition: Definition };

/** What an input may look at. */
export interface Sight {
  readonly facts: Facts;
  /** What another signal reads on the same day, from the same facts. */
  reading<Details>(definition: Definition<Details>): Reading<Details>;
}

type Found<Value> = { readonly value: Value; readonly lack?: undefined } | { readonly lack: Lack };

/** One thing that a signal is computed from: it declares what it needs, and how old that may be. */
export interface Input<Value> {
  readonly need: Need;
  /** Such as `UNRATE`. */
  readonly name: string;
  /** How old it may be, in calendar days from the day that it is about; null where age does not matter. */
  readonly maxAge: number | null;
  /** True where the signal can do without it: it is then given a null, and says that it is partial. */
  readonly isOptional?: boolean;
  /** True where it is read only of the days on which the signal's function asks anything of it. */
  readonly isSpare?: boolean;
  read(sight: Sight): Found<Value>;
}
