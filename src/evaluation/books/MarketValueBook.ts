import { CLOSE_STANDS } from '../../domain/closes';
import { addDays, type IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import type { MarketValue, ShareCount, TradedClose } from '../../signals/Facts';
import { MissingReason } from '../../domain/MissingReason';
import { type CloseVersions, knownUpTo } from './CloseVersions';
import { lastPlace } from './lastPlace';

/** A company as `marketValueHistory` tells it. */
export interface MarketValueHistory {
  readonly cik: string;
  /** In the order of their listings. */
  readonly classes: readonly ShareClass[];
  readonly counts: Counts;
}

/** A class of shares, with its raw closes of each source, the preferred first, and its splits. */
interface ShareClass {
  readonly listing: string;
  /** When it is the company's. */
  readonly spans: readonly { readonly since: string; readonly until: IsoDate | null }[];
  readonly series: readonly { readonly key: readonly string[]; readonly closes: CloseVersions }[];
  /** The first days on which a raw close, and an adjusted one, was known; null without any. */
  readonly rawSince: IsoDate | null;
  readonly adjustedSince: IsoDate | null;
  readonly splits: Splits;
}

/** Lists of one length, by day; of one day that which answers first, where it is known. */
interface Splits {
  readonly observedOn: readonly IsoDate[];
  readonly readableOn: readonly IsoDate[];
  readonly ratio: readonly number[];
}

/** Lists of one length, by the day since which a count answers. */
interface Counts {
  readonly since: readonly IsoDate[];
  readonly value: readonly number[];
  /** What splits that filings showed make of it by then. */
  readonly splitFactor: readonly number[];
  readonly basis: readonly string[];
  readonly countedOn: readonly IsoDate[];
  readonly knownOn: readonly IsoDate[];
  readonly knownOnBasis: readonly KnownOnBasis[];
  readonly factKey: readonly (readonly string[])[];
}

/** How old, in days, a count of shares on the day of the close may be; and how far closes of two classes may be apart: as `marketValueOf` has it. */
const COUNT_STANDS = 430;
const CLASSES_APART = 1.25;

/** What a company was worth on many days, to be opened at any of those that it was read for. */
export class MarketValueBook {
  private seen: { readonly asOf: IsoDate; readonly told: Map<IsoDate, MarketValue | MissingReason> } | null = null;
  private readonly toldSince = new Map<number, Map<IsoDate, MarketValue | MissingReason>>();
  /** The days on which something about an earlier day became known: between two of them what is told of a day is the same. */
  private readonly late: readonly IsoDate[];

  constructor(private readonly history: MarketValueHistory) {
    const dated = history.classes.flatMap(({ series, splits }) => [...series.map(({ closes }) => closes), splits]);
    const lateOf = ({ observedOn, readableOn }: CloseVersions | Splits): readonly IsoDate[] => readableOn.filter((day, i) => day > (observedOn[i] ?? day));
    const begun = history.classes.flatMap(({ rawSince, adjustedSince }) => [rawSince ?? [], adjustedSince ?? []].flat());
    this.late = [...new Set([...dated.flatMap(lateOf), ...begun])].sort();
  }

  get cik(): string {
    return this.history.cik;
  }

  /** The listings of all classes of shares that were its own on a day, in their order. */
  listingsOn(on: IsoDate): readonly string[] {
    return this.classesOn(on).map(({ listing }) => listing);
  }

  /** What it was worth on the day `on`, by what was known on `asOf`; or why that cannot be told. */
  on(on: IsoDate, asOf: IsoDate): MarketValue | MissingReason {
    if (this.seen?.asOf !== asOf) this.seen = { asOf, told: this.toldOn(asOf) };
    const { told } = this.seen;
    const known = told.get(on) ?? this.worth(on, asOf);
    told.set(on, known);
    return known;
  }

  /** What is told already on a day: the same as on others, if nothing late became known between. */
  private toldOn(asOf: IsoDate): Map<IsoDate, MarketValue | MissingReason> {
    const since = lastPlace(this.late, asOf);
    const told = this.toldSince.get(since) ?? new Map<IsoDate, MarketValue | MissingReason>();
    this.toldSince.set(since, told);
    return told;
  }

  private worth(on: IsoDate, asOf: IsoDate): MarketValue | MissingReason {
    const classes = this.classesOn(on);
    let chosen: Traded | undefined;
    let [lowest, highest] = [Infinity, -Infinity];
    for (const own of classes) {
      const traded = newestOf(own, on, asOf);
      if (traded === undefined || (chosen !== undefined && traded.close.observedOn < chosen.close.observedOn)) continue;
      const isNewer = chosen === undefined || traded.close.observedOn > chosen.close.observedOn;
      if (isNewer) chosen = traded;
      const price = traded.close.value;
      [lowest, highest] = isNewer ? [price, price] : [Math.min(lowest, price), Math.max(highest, price)];
    }
    if (chosen === undefined) return whyUnpriced(classes, asOf);
    if (chosen.close.observedOn < addDays(on, -CLOSE_STANDS)) return MissingReason.STALE;
    if (highest > CLASSES_APART * lowest) return MissingReason.SHARE_CLASSES_DIFFER;
    const { close, of } = chosen;
    const place = lastPlace(this.history.counts.since, close.observedOn);
    const counted = this.countAt(place);
    if (counted === undefined || counted.observedOn < addDays(close.observedOn, -COUNT_STANDS)) return MissingReason.NOT_REPORTED;
    const shares = counted.value * (splitBetween(of, counted.knownOn, close.observedOn, asOf) ?? this.history.counts.splitFactor[place] ?? 1);
    return { value: close.value * shares, close, shares, counted };
  }

  private classesOn(on: IsoDate): readonly ShareClass[] {
    return this.history.classes.filter(({ spans }) => spans.some(({ since, until }) => since <= on && (until === null || until > on)));
  }

  private countAt(place: number): ShareCount | undefined {
    const { value, basis, countedOn, knownOn, knownOnBasis, factKey } = this.history.counts;
    if (value[place] === undefined) return undefined;
    return { key: factKey[place], value: value[place], basis: basis[place], observedOn: countedOn[place], knownOn: knownOn[place], knownOnBasis: knownOnBasis[place] } as ShareCount;
  }
}

/** Why no close is at hand. */
function whyUnpriced(classes: readonly ShareClass[], asOf: IsoDate): MissingReason {
  const hasBegun = (since: IsoDate | null): boolean => since !== null && since <= asOf;
  if (classes.some(({ rawSince }) => hasBegun(rawSince))) return MissingReason.STALE;
  return classes.some(({ adjustedSince }) => hasBegun(adjustedSince)) ? MissingReason.ADJUSTED_PRICE_ONLY : MissingReason.NOT_KNOWN_YET;
}

interface Traded {
  readonly of: ShareClass;
  readonly close: TradedClose;
}

/** The newest raw close of a class up to a day, of several sources' the preferred one's. */
function newestOf(of: ShareClass, on: IsoDate, asOf: IsoDate): Traded | undefined {
  let newest: TradedClose | undefined;
  for (const { key, closes } of of.series) {
    const place = knownUpTo(closes, on, asOf);
    const found = place === null ? undefined : closeAt(of.listing, key, closes, place);
    if (found !== undefined && (newest === undefined || found.observedOn > newest.observedOn)) newest = found;
  }
  return newest === undefined ? undefined : { of, close: newest };
}

const closeAt = (listing: string, series: readonly string[], { observedOn, close, knownOn, knownOnBasis }: CloseVersions, place: number): TradedClose =>
  ({ listing, series, value: close[place], observedOn: observedOn[place], knownOn: knownOn[place], knownOnBasis: knownOnBasis[place] }) as TradedClose;

/** What splits by their ex-dates made of a share after one day and up to another; undefined without any. */
function splitBetween({ splits }: ShareClass, from: IsoDate, to: IsoDate, asOf: IsoDate): number | undefined {
  let product: number | undefined;
  let last: IsoDate | undefined;
  splits.observedOn.forEach((day, i) => {
    if (day <= from || day > to || day === last || (splits.readableOn[i] ?? '~') > asOf) return;
    last = day;
    product = (product ?? 1) * (splits.ratio[i] ?? 1);
  });
  return product;
}
