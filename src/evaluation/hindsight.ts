import type { IsoDate } from '../domain/isoDate';
import type { Definition } from '../signals/defineSignal';
import { basketOf } from '../signals/inputs/Input';
import { knowableFrom } from '../store/reads/baskets';
import type { At } from '../store/at';
import type { Read } from '../store/Reader';
import { raw, sql } from '../store/sql';
import { needsOf } from './needsOf';
import { readJson } from './readJson';

/** The listed baskets that a signal looks at, itself or by what it is made of. */
export const basketsOf = (definition: Definition): readonly string[] => [...new Set(needsOf([definition]).flatMap((need) => basketOf(need) ?? []))];

/** By signal the first day that is no hindsight: since then all baskets that it looks at were known. A signal that looks at none is left out. */
export async function knownSince(read: Read, definitions: readonly Definition[], at: At): Promise<ReadonlyMap<string, IsoDate>> {
  const baskets = [...new Set(definitions.flatMap(basketsOf))];
  if (baskets.length === 0) return new Map();
  const days = await readJson<Readonly<Record<string, IsoDate | null>>>(read, sql`SELECT json_object_agg(b.key, (${knowableFrom(raw('b.key'), at)})) FROM unnest(${baskets}::text[]) b(key)`);
  return new Map(
    definitions.flatMap((definition) => {
      const since = basketsOf(definition).flatMap((key) => days[key] ?? []).sort().at(-1);
      return since === undefined ? [] : [[definition.key, since] as const];
    }),
  );
}
