import { addDays, type IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { lastPlace } from './lastPlace';

/** Lists of one length, by day and kind; of one day and kind that which answers first, where it is known. */
export interface ActionLists {
  readonly observedOn: readonly IsoDate[];
  readonly readableOn: readonly IsoDate[];
  readonly kind: readonly ('DELISTING' | 'DIVIDEND' | 'SPLIT')[];
  readonly ratio: readonly (number | null)[];
  readonly amount: readonly (number | null)[];
  /** After a delisting, a multiple of the last close. */
  readonly got: readonly (number | null)[];
  readonly knownOn: readonly IsoDate[];
  readonly knownOnBasis: readonly KnownOnBasis[];
}

interface Action {
  readonly day: IsoDate;
  readonly kind: ActionLists['kind'][number];
  readonly ratio: number | null;
  readonly amount: number | null;
  readonly got: number | null;
  /** The last day whose close a dividend may be reinvested at. */
  readonly reinvestedUntil: IsoDate;
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
}

/** How long after a dividend the close may be that it is reinvested at, in calendar days. */
const REINVESTED_WITHIN = 30;

/** What had happened to a listing after one day and by the end of another, as known then; each kind and day once. */
export class Actions {
  /** What changes how many shares a holder has, the newest day first and a dividend before a split. */
  readonly newestFirst: readonly Action[];
  readonly delistings: readonly Action[];

  constructor({ observedOn, readableOn, kind, ratio, amount, got, knownOn, knownOnBasis }: ActionLists, after: IsoDate, asOf: IsoDate) {
    const known: Action[] = [];
    for (let i = lastPlace(observedOn, after) + 1; i < observedOn.length; i += 1) {
      const day = observedOn[i] ?? asOf;
      if (day > asOf) break;
      if ((readableOn[i] ?? '~') > asOf) continue;
      known.push({ day, kind: kind[i], ratio: ratio[i], amount: amount[i], got: got[i], reinvestedUntil: addDays(day, REINVESTED_WITHIN), knownOn: knownOn[i], knownOnBasis: knownOnBasis[i] } as Action);
    }
    const answering = known.filter(({ day, kind: own }, i) => known[i - 1]?.day !== day || known[i - 1]?.kind !== own);
    this.delistings = answering.filter(({ kind: own }) => own === 'DELISTING');
    this.newestFirst = answering.filter(({ kind: own }) => own !== 'DELISTING').sort((a, b) => (a.day === b.day ? Number(a.kind > b.kind) - Number(a.kind < b.kind) : a.day < b.day ? 1 : -1));
  }

  /** What splits after one day and up to another made of a share. */
  splitBetween(from: IsoDate, to: IsoDate): number {
    return this.newestFirst.reduceRight((product, { kind, day, ratio }) => (kind === 'SPLIT' && day > from && day <= to ? product * (ratio ?? 1) : product), 1);
  }
}
