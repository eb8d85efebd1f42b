import type { IsoDate } from '../domain/isoDate';
import { Adjustment } from '../domain/closes';
import type { KnownOnBasis, Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import { refuseSame } from '../signals/Roles';
import { State } from '../signals/State';
import { namedListings } from '../store/reads/listings';
import { closesOf } from '../store/reads/prices';
import type { Read } from '../store/Reader';
import { sql } from '../store/sql';
import { knownSince } from './hindsight';
import { histories } from './histories';
import { readJson } from './readJson';
import { Every, sessionsEvery } from './sessionsOn';

/** Which days are looked at, and whose total return is held against whose. */
export interface Bench {
  /** The first day; the first one with closes of both where null. */
  readonly from: IsoDate | null;
  readonly small: string;
  readonly large: string;
  /** True where days are looked at on which a basket was hindsight, too. */
  readonly withHindsight: boolean;
}

/** What a signal read on each session as known then, and the closes of both sides as known at the knowledge date; all lists of one length. */
export interface Track {
  readonly sessions: readonly IsoDate[];
  readonly scores: readonly (number | null)[];
  readonly states: readonly State[];
  readonly knownOnBases: readonly (KnownOnBasis | null)[];
  readonly small: readonly (number | null)[];
  readonly large: readonly (number | null)[];
}

interface Closes {
  readonly symbol: string;
  readonly dates: readonly IsoDate[] | null;
  readonly values: readonly number[] | null;
}

/** The tracks of signals by key; empty ones where the closes of a side are not known. */
export async function tracks(read: Read, definitions: readonly Definition[], { from, small, large, withHindsight }: Bench, asOf: IsoDate, knowledge: Knowledge): Promise<ReadonlyMap<string, Track>> {
  refuseSame({ small, large });
  const window = { adjust: Adjustment.TOTAL_RETURN, from, to: null };
  const rows = closesOf(namedListings([small, large], asOf), window, { asOf, knowledge });
  const sides = await readJson<readonly Closes[]>(read, sql`SELECT coalesce(json_agg(json_build_object('symbol', c.symbol, 'dates', c.dates, 'values', c.values)), '[]') FROM (${rows}) c`);
  const [one, other] = [small, large].map((symbol) => {
    const { dates, values } = sides.find((side) => side.symbol === symbol) ?? { dates: null, values: null };
    return new Map((dates ?? []).map((day, i) => [day, values?.[i] ?? null]));
  });
  const [first, last] = [one, other].map((closes) => [...(closes?.keys() ?? [])]).reduce<readonly [string, string]>(([start, end], days) => [later(start, days[0] ?? '9'), earlier(end, days.at(-1) ?? '')], ['', asOf]);
  const sessions = first > last ? [] : sessionsEvery(Every.DAY, first as IsoDate, last as IsoDate);
  const closesOn = (closes: ReadonlyMap<IsoDate, number | null> | undefined) => sessions.map((day) => closes?.get(day) ?? null);
  const told = await histories(read, definitions, sessions, knowledge);
  const since = withHindsight ? new Map<string, IsoDate>() : await knownSince(read, definitions, { asOf, knowledge });
  return new Map(
    definitions.map(({ key }) => {
      const hindsight = sessions.filter((day) => day < (since.get(key) ?? '')).length;
      const points = (told.get(key) ?? []).slice(hindsight);
      return [
        key,
        {
          sessions: sessions.slice(hindsight),
          scores: points.map(({ reading }) => reading.score),
          states: points.map(({ state }) => state ?? State.INSUFFICIENT_DATA),
          knownOnBases: points.map(({ reading }) => reading.knownOnBasis),
          small: closesOn(one).slice(hindsight),
          large: closesOn(other).slice(hindsight),
        },
      ];
    }),
  );
}

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);
