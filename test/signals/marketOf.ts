import { AssetClass } from '../../src/domain/assetClass';
import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';
import type { Facts, ListingCloses, Member, SnapshotSeen } from '../../src/signals/Facts';
import { MissingReason } from '../../src/domain/MissingReason';
import { type Series, factsOf } from './factsOf';

/** What a test writes down of a market. */
export interface Market {
  /** Closes by listing and day, with dividends reinvested. */
  readonly closes?: Readonly<Record<string, readonly (readonly [day: string, value: number])[]>>;
  /** Listings after whose last close nothing is traded. */
  readonly delisted?: readonly string[];
  /** Members of the Magnificent 7, each a company with the number of its place. */
  readonly members?: readonly string[];
  readonly isHindsight?: boolean;
  /** Funds' holdings: the listing and its weight; `-CASH` is cash. */
  readonly snapshots?: readonly { readonly fund: string; readonly observedOn: string; readonly weights: Readonly<Record<string, number>> }[];
  /** In dollars, by member: on any day, or on the day of the facts and before. */
  readonly worth?: Readonly<Record<string, number | readonly [before: number, now: number]>>;
  readonly series?: Series;
}

const KNOWN = { knownOnBasis: KnownOnBasis.MARKET_CLOSE };

/** Facts of one day. */
export function marketOf(day: string, { closes = {}, delisted = [], members = [], isHindsight = false, snapshots = [], worth = {}, series = {} }: Market): Facts {
  const asOf = isoDate(day);
  return {
    ...factsOf(day, series),
    closes: (listing) => closesOf(listing, (closes[listing] ?? []).filter(([on]) => on <= asOf), delisted.includes(listing)),
    basket: (key) => (members.length === 0 ? null : { key, isHindsight, members: members.map(memberOf) }),
    snapshot(fund, sessionsBack, maxAge) {
      const on = sessionsBack === 0 ? asOf : addDays(asOf, Math.round(-sessionsBack * 1.45));
      const found = snapshots.filter((one) => one.fund === fund && one.observedOn <= on && one.observedOn >= addDays(on, -maxAge)).at(-1);
      return found === undefined ? null : snapshotOf(fund, isoDate(found.observedOn), found.weights, new Map(members.map((member, i) => [member, String(i)])));
    },
    marketValue(cik, on) {
      const told = worth[members[Number(cik)] ?? cik];
      const value = typeof told === 'object' ? told[on === asOf ? 1 : 0] : told;
      if (value === undefined) return MissingReason.ADJUSTED_PRICE_ONLY;
      const dated = { observedOn: asOf, knownOn: asOf, ...KNOWN };
      return { value, close: { listing: '', series: [], value: 1, ...dated }, shares: value, counted: { key: [], value, basis: 'COVER_PAGE', ...dated } };
    },
  };
}

function closesOf(listing: string, days: readonly (readonly [string, number])[], isDelisted: boolean): ListingCloses | null {
  if (days.length === 0) return null;
  return {
    ...{ listing, series: ['test', 'RAW', '', ''], isDelisted },
    on(day) {
      const [observedOn, value] = days.filter(([on]) => on <= day).at(-1) ?? [];
      return observedOn === undefined || value === undefined ? null : { observedOn: isoDate(observedOn), knownOn: isoDate(observedOn), value, ...KNOWN };
    },
  };
}

const memberOf = (listing: string, place: number): Member => ({
  ...{ listing, symbol: listing, listings: listing === 'GOOGL' ? ['GOOGL', 'GOOG'] : [listing], cik: String(place) },
  ...{ observedOn: isoDate('2023-04-11'), knownOn: isoDate('2023-04-11'), knownOnBasis: KnownOnBasis.VINTAGE },
});

const snapshotOf = (fund: string, observedOn: IsoDate, weights: Readonly<Record<string, number>>, ciks: ReadonlyMap<string, string>): SnapshotSeen => ({
  ...{ fund, observedOn, knownOn: addDays(observedOn, 1), knownOnBasis: KnownOnBasis.LAG_ASSUMED, key: `${fund}/${observedOn}` },
  lines: Object.entries(weights).map(([listing, weight], i) => ({
    ...{ line: i + 1, security: `EQUITY:${listing}`, weight, cik: ciks.get(listing) ?? listing, symbol: listing },
    ...(listing === '-CASH' ? { listing: null, assetClass: AssetClass.CASH } : { listing, assetClass: AssetClass.EQUITY }),
  })),
});
