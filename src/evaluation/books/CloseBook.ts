import { Closes } from '../../domain/closes';
import { addDays, daysBetween, type IsoDate } from '../../domain/isoDate';
import type { Close, ListingCloses } from '../../signals/Facts';
import { Actions, type ActionLists } from './Actions';
import { type CloseVersions, knownUpTo } from './CloseVersions';
import { firstPlace } from './firstPlace';

/** A listing as `closeHistory` tells it. */
export interface CloseHistory {
  readonly listing: string;
  readonly series: readonly SeriesOfCloses[];
  readonly actions: ActionLists;
}

interface SeriesOfCloses {
  readonly source: string;
  readonly closes: Closes;
  readonly precedence: number;
  readonly content: string | null;
  readonly adjustedThrough: IsoDate | null;
  readonly datedOn: IsoDate | null;
  readonly versions: CloseVersions;
}

/** The preferred kind first, as `servingSeries` has them. */
const KINDS: readonly Closes[] = [Closes.TOTAL_RETURN, Closes.RAW];

/** A listing's closes over many days, to be opened at any of them: what the reads of prices tell of one day, told of each. */
export class CloseBook {
  constructor(private readonly history: CloseHistory) {}

  /** Those about the `reach` calendar days before a day, by what was known at its end. */
  on(asOf: IsoDate, reach: number): ListingCloses | null {
    const from = addDays(asOf, -reach);
    const there = this.history.series.flatMap((series): readonly Standing[] => {
      const last = knownUpTo(series.versions, asOf, asOf, from);
      const first = knownFrom(series.versions, from, asOf);
      return last === null || first === null ? [] : [{ series, first, last }];
    });
    const longest = there.length < 2 ? 0 : Math.max(...there.map(span));
    const [serving] = there.sort((one, other) => order(one, other, longest));
    return serving === undefined ? null : new ServedCloses(this.history.listing, serving.series, dayAt(serving.series, serving.last), from, asOf, new Actions(this.history.actions, from, asOf));
  }
}

/** A series that could answer: the places of its first and last known close. */
interface Standing {
  readonly series: SeriesOfCloses;
  readonly first: number;
  readonly last: number;
}

const dayAt = ({ versions }: SeriesOfCloses, place: number): IsoDate => versions.observedOn[place] as IsoDate;

/** In days, from the first to the last. */
const span = ({ series, first, last }: Standing): number => daysBetween(dayAt(series, first), dayAt(series, last));

/** As in `servingSeries`: what is too short last, then by the kind that is preferred, the source, and what is newest. */
function order(one: Standing, other: Standing, longest: number): number {
  const [a, b] = [one.series, other.series];
  return (
    Number(span(one) < 0.9 * longest) - Number(span(other) < 0.9 * longest) ||
    KINDS.indexOf(a.closes) - KINDS.indexOf(b.closes) ||
    a.precedence - b.precedence ||
    compare(dayAt(b, other.last), dayAt(a, one.last)) ||
    compare(b.datedOn ?? '', a.datedOn ?? '') ||
    compare(a.adjustedThrough ?? '~', b.adjustedThrough ?? '~') ||
    compare(a.source, b.source) ||
    compare(a.content ?? '~', b.content ?? '~')
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The place of the first close about a day not before `from` that was known on `asOf`. */
function knownFrom({ observedOn, readableOn }: CloseVersions, from: IsoDate, asOf: IsoDate): number | null {
  for (let place = firstPlace(observedOn, from); (observedOn[place] ?? '~') <= asOf; place += 1) {
    if ((readableOn[place] ?? '~') <= asOf) return place;
  }
  return null;
}

/** The closes of the series that answers on a day, carried over by what was known on it to have happened. */
class ServedCloses implements ListingCloses {
  readonly series: readonly string[];
  readonly isDelisted: boolean;
  /** What was paid after the last close: the days, and how much. */
  private readonly got: readonly Close[];
  /** By how much the shares of a holder have become more from a day on, the oldest day first: a factor for all closes before it. */
  private readonly units: readonly { readonly day: IsoDate; readonly product: number }[];

  constructor(
    readonly listing: string,
    private readonly of: SeriesOfCloses,
    lastOn: IsoDate,
    private readonly from: IsoDate,
    private readonly asOf: IsoDate,
    actions: Actions,
  ) {
    this.series = [of.source, of.closes, of.content ?? '', of.datedOn ?? ''];
    this.isDelisted = actions.delistings.some(({ day }) => day > lastOn);
    this.units = of.closes === Closes.RAW ? this.unitsBy(actions) : [];
    const last = this.rawOn(lastOn);
    this.got = actions.delistings.flatMap(({ day, got, knownOn, knownOnBasis }) => (got === null || day <= lastOn || last === null ? [] : [{ observedOn: day, value: last.value * got, knownOn, knownOnBasis }]));
  }

  on(day: IsoDate): Close | null {
    const got = this.got.filter(({ observedOn }) => observedOn <= day).at(-1);
    const found = got ?? this.rawOn(day);
    if (found === null) return null;
    const units = this.units.find((one) => one.day > found.observedOn)?.product ?? 1;
    return { ...found, value: found.value / units };
  }

  /** As the series has it. */
  private rawOn(day: IsoDate): Close | null {
    const { versions } = this.of;
    const place = knownUpTo(versions, day > this.asOf ? this.asOf : day, this.asOf, this.from);
    return place === null ? null : this.closeAt(place);
  }

  private closeAt(place: number): Close {
    const { observedOn, close, knownOn, knownOnBasis } = this.of.versions;
    return { observedOn: observedOn[place], value: close[place], knownOn: knownOn[place], knownOnBasis: knownOnBasis[place] } as Close;
  }

  private unitsBy(actions: Actions): ServedCloses['units'] {
    let product = 1;
    const newestFirst = actions.newestFirst.flatMap(({ day, ratio, amount, reinvestedUntil }) => {
      const factor = ratio ?? (amount === null ? null : this.bought(amount, day, reinvestedUntil, actions));
      if (factor === null) return [];
      product *= factor;
      return [{ day, product }];
    });
    return newestFirst.reverse();
  }

  /** What a dividend makes of a share that it is reinvested in, at the first close from its day on; null where there is none yet. */
  private bought(amount: number, day: IsoDate, until: IsoDate, actions: Actions): number | null {
    const place = knownFrom(this.of.versions, day, this.asOf);
    if (place === null || dayAt(this.of, place) > until) return null;
    const { observedOn, value } = this.closeAt(place);
    return 1 + amount / (value * actions.splitBetween(day, observedOn));
  }
}
