import type { AssetClass } from '../../domain/assetClass';
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
  readonly wordings: readonly Wording[];
}

/** What a line's wording means. */
interface Wording {
  readonly id: number;
  readonly securityId: number;
  readonly symbol: string | null;
  readonly assetClass: AssetClass;
  readonly listing: string | null;
  /** Whose it is from a day on, in the order of days. */
  readonly companies: readonly { readonly from: IsoDate; readonly cik: string }[];
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
    const lines = used.size === 0 ? { snapshots: [], wordings: [] } : await readJson<Lines>(read, linesOf([...used.keys()]));
    const seen = seenById(used, lines);
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
  const byId = new Map(wordings.map((wording) => [wording.id, wording]));
  return new Map(
    snapshots.flatMap(({ id, lines }) => {
      const head = heads.get(id);
      if (head === undefined) return [];
      const { fund, key, observedOn, knownOn, knownOnBasis } = head;
      const positions = lines.line.flatMap((line, i): readonly Line[] => {
        const wording = byId.get(lines.descriptionId[i] ?? NaN);
        if (wording === undefined) return [];
        const { securityId, listing, symbol, assetClass, companies } = wording;
        const cik = companies.filter(({ from }) => from <= observedOn).at(-1)?.cik ?? null;
        return [{ line, securityId, listing, symbol, cik, assetClass, weight: lines.weight[i] ?? NaN }];
      });
      return [[id, { fund, key, observedOn, knownOn, knownOnBasis, lines: positions }] as const];
    }),
  );
}
