import { AssetClass } from '../../domain/assetClass';
import { addDays, type IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import { sessionBack } from '../../domain/nyseCalendar';
import type { Line, SnapshotSeen } from '../../signals/Facts';
import { linesOf, snapshotsBetween } from '../../store/reads/snapshotHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';

interface Head {
  readonly id: number;
  readonly fund: string;
  readonly key: string;
  readonly observedOn: IsoDate;
  readonly readableOn: IsoDate;
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
}

interface Lines {
  readonly snapshots: readonly { readonly id: number; readonly lines: { readonly line: readonly number[]; readonly descriptionId: readonly number[]; readonly weight: readonly number[] } }[];
  /** Lists of one length: what each wording means, and whose it is from a day on; as often as it has companies. */
  readonly wordings: {
    readonly id: readonly number[];
    readonly security: readonly string[];
    readonly symbol: readonly (string | null)[];
    /** Null for EQUITY. */
    readonly assetClass: readonly (AssetClass | null)[];
    /** Null where it is what the security goes by. */
    readonly listing: readonly (string | null)[];
    /** Null for all times. */
    readonly observedFrom: readonly (IsoDate | null)[];
    readonly cik: readonly (string | null)[];
  };
}

/** Holdings of funds: of all snapshots there are, those that answer on one of the days are read whole. */
export const snapshot: Book<'snapshot'> = {
  async open(read, needs, days, knowledge) {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || needs.length === 0) return () => ({ snapshot: () => null });
    const [deepest, oldest] = [Math.max(...needs.map((need) => need.sessionsBack)), Math.max(...needs.map((need) => need.maxAge))];
    const from = addDays(sessionBack(first, deepest) ?? first, -oldest);
    const heads = await readJson<readonly Head[]>(read, snapshotsBetween([...new Set(needs.map(({ fund }) => fund))], from, last, knowledge));
    const byFund = new Map(needs.map(({ fund }) => [fund, heads.filter((head) => head.fund === fund)]));
    const headOn = (asOf: IsoDate, fund: string, sessionsBack: number, maxAge: number): Head | undefined => answering(byFund.get(fund) ?? [], asOf, sessionsBack, maxAge);
    const used = new Map(days.flatMap((day) => needs.flatMap((need) => headOn(day, need.fund, need.sessionsBack, need.maxAge) ?? [])).map((head) => [head.id, head]));
    const seen: ReadonlyMap<number, SnapshotSeen> = used.size === 0 ? new Map() : seenById(used, await readJson<Lines>(read, linesOf([...used.keys()])));
    return (asOf) => ({
      snapshot: (...[fund, sessionsBack, maxAge]) => {
        const head = headOn(asOf, fund, sessionsBack, maxAge);
        return head === undefined ? null : (seen.get(head.id) ?? null);
      },
    });
  },

  touchedBy: ({ fund }) => [
    { kind: 'holdings', about: fund },
    { kind: 'companies', about: null, isTimeless: true },
    { kind: 'tickers', about: null, isTimeless: true },
  ],
};

/** The newest about the session so many before a day, or not much older, that was known on the day. */
function answering(heads: readonly Head[], asOf: IsoDate, sessionsBack: number, maxAge: number): Head | undefined {
  const on = sessionsBack === 0 ? asOf : sessionBack(asOf, sessionsBack);
  if (on === undefined) return undefined;
  const newest = heads.find(({ observedOn, readableOn }) => observedOn <= on && readableOn <= asOf);
  return newest !== undefined && newest.observedOn >= addDays(on, -maxAge) ? newest : undefined;
}

function seenById(heads: ReadonlyMap<number, Head>, { snapshots, wordings }: Lines): ReadonlyMap<number, SnapshotSeen> {
  const wordingOf = wordingsById(wordings);
  return new Map(
    snapshots.flatMap(({ id, lines }) => {
      const head = heads.get(id);
      if (head === undefined) return [];
      const { fund, key, observedOn, knownOn, knownOnBasis } = head;
      const positions = lines.line.map((line, i): Line => {
        const wording = wordingOf.get(lines.descriptionId[i] ?? NaN);
        if (wording === undefined) throw new TypeError(`Line ${line} of ${key} says nothing.`);
        const { security, listing, symbol, assetClass } = wording;
        return { line, security, listing, symbol, cik: whose(wording, observedOn), assetClass, weight: lines.weight[i] ?? NaN };
      });
      return [[id, { fund, key, observedOn, knownOn, knownOnBasis, lines: positions }] as const];
    }),
  );
}

/** What a wording means, and whose it is from which days on, in no order. */
type Wording = Pick<Line, 'security' | 'listing' | 'symbol' | 'assetClass'> & { readonly from: string; readonly cik: string | null; others: Pick<Wording, 'from' | 'cik'>[] | null };

function wordingsById({ id, security, symbol, assetClass, listing, observedFrom, cik }: Lines['wordings']): ReadonlyMap<number, Wording> {
  const found = new Map<number, Wording>();
  id.forEach((one, place) => {
    const owned = { from: observedFrom[place] ?? '', cik: cik[place] ?? null };
    const before = found.get(one);
    if (before !== undefined) {
      (before.others ??= []).push(owned);
      return;
    }
    const goesBy = security[place] ?? '';
    found.set(one, { security: goesBy, listing: listingIn(listing[place] ?? goesBy), symbol: symbol[place] ?? null, assetClass: assetClass[place] ?? AssetClass.EQUITY, ...owned, others: null });
  });
  return found;
}

/** The company of the newest of a wording's rows by a day. */
function whose(wording: Wording, on: IsoDate): string | null {
  let newest: Pick<Wording, 'from' | 'cik'> | undefined = wording.from <= on ? wording : undefined;
  for (const one of wording.others ?? []) if (one.from <= on && (newest === undefined || one.from > newest.from)) newest = one;
  return newest?.cik ?? null;
}

/** The listing of what trades under a ticker, in the key of a security that goes by one; null in any other. */
function listingIn(key: string): string | null {
  const begin = key.indexOf(':') + 1;
  const goesByTicker = (key.startsWith('EQUITY:') || key.startsWith('FUND:')) && begin < key.length && !key.includes(':', begin);
  return goesByTicker ? key.slice(begin) : null;
}
