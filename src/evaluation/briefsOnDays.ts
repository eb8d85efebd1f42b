import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import type { Reading } from '../signals/Reading';
import { storedReadings } from '../store/reads/signalReadings';
import type { Read } from '../store/Reader';
import { readJson } from './readJson';
import { toldOnDays } from './readingsOnDays';
import { versionsOf } from './versionsOf';

/** What is kept of a reading. */
export type Kept = Pick<Reading, 'asOf' | 'value' | 'score' | 'state' | 'knownOnBasis' | 'isHindsight'>;

/** The same beside what was stored of it first. */
export interface Brief extends Kept {
  /** What was stored first of the day; null where nothing is. */
  readonly published: Published | null;
}

/** A reading as it was computed first, by which version of the definition and when. */
interface Published extends Pick<Reading, 'asOf' | 'value' | 'score' | 'version'> {
  readonly computedAt: string;
}

type Lists<Item> = { readonly [Property in keyof Item]: readonly Item[Property][] };

interface Stored {
  readonly newest: Lists<Kept>;
  readonly first: Lists<Published>;
}

/**
 * What signals read on each of many days, by key and day: from the stored history where that is what would be computed now, else evaluated. Both give the same to the bit. Of
 * another basket or other funds than are meant where none are named nothing is stored.
 */
export async function briefsOnDays(read: Read, definitions: readonly Definition[], days: readonly IsoDate[], knowledge: Knowledge): Promise<ReadonlyMap<string, ReadonlyMap<IsoDate, Brief>>> {
  const stored = await storedOnDays(read, definitions, days, knowledge);
  const newest = stored.map((lists) => byDay(lists?.newest));
  const first = stored.map((lists) => byDay(lists?.first));

  const lacking = definitions.flatMap((definition, n) => (days.every((day) => newest[n]?.has(day)) ? [] : [{ definition, n }]));
  const lackingDays = days.filter((day) => lacking.some(({ n }) => newest[n]?.has(day) !== true));
  const told = await toldOnDays(read, lacking.map(({ definition }) => definition), lackingDays, knowledge, briefly);
  for (const [day, briefs] of told) lacking.forEach(({ n }, i) => briefs[i] !== undefined && newest[n]?.set(day, briefs[i]));
  return new Map(definitions.map(({ key }, n) => [key, new Map([...(newest[n] ?? [])].map(([day, brief]) => [day, { ...brief, published: first[n]?.get(day) ?? null }]))]));
}

/** What of it is stored and still is what would be computed now: by signal in their order, and by day. */
export const keptOnDays = async (...asked: readonly [Read, readonly Definition[], readonly IsoDate[], Knowledge]): Promise<readonly ReadonlyMap<IsoDate, Kept>[]> =>
  (await storedOnDays(...asked)).map((lists) => byDay(lists?.newest));

async function storedOnDays(read: Read, definitions: readonly Definition[], days: readonly IsoDate[], knowledge: Knowledge): Promise<readonly (Stored | undefined)[]> {
  const kept = definitions.filter(({ hasDefaultRoles }) => hasDefaultRoles);
  const asked = kept.map((definition) => ({ key: definition.key, versions: versionsOf(definition) }));
  const stored = days.length === 0 || asked.length === 0 ? [] : await readJson<readonly Stored[]>(read, storedReadings(asked, days, knowledge));
  return definitions.map((definition) => stored[kept.indexOf(definition)]);
}

const briefly = ({ asOf, value, score, state, knownOnBasis, isHindsight }: Reading): Kept => ({ asOf, value, score, state, knownOnBasis, isHindsight });

/** The items that lists of one length tell of, by day. */
function byDay<Item extends { readonly asOf: IsoDate }>(lists: Lists<Item> | undefined): Map<IsoDate, Item> {
  const columns = Object.entries(lists ?? {}) as [string, readonly unknown[]][];
  return new Map((lists?.asOf ?? []).map((day, i) => [day, Object.fromEntries(columns.map(([name, items]) => [name, items[i]])) as unknown as Item]));
}
