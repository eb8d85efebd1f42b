import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { loadDefinitions } from '../../domain/definitions';
import type { Reports } from '../../sources/defineSource';
import type { FactKind, Prepared } from './defineFactKind';
import type { LoadRequest } from './LoadRequest';

/** Every kind of fact: a file in `kinds/`. */
export const factKinds: readonly FactKind[] = [...loadDefinitions<FactKind>(join(__dirname, 'kinds')).values()];

/** Everything that a file holds, each kind of fact held against what is there. */
export async function prepare(client: PoolClient, request: LoadRequest, reports: Reports, sha256: string): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  for (const kind of factKinds) prepared.push(await kind.prepare(client, request, reportsOf(kind, reports), sha256));
  return prepared;
}

/** A kind is given what bears its own key, so the one goes with the other, though the compiler cannot tell which they are. */
const reportsOf = ({ key }: FactKind, reports: Reports): readonly never[] => (reports[key] ?? []) as readonly never[];

/** Derives again all that is derived from facts: it follows from them alone, so nothing changes unless the rules or the facts did. */
export async function rebuildDerived(client: PoolClient): Promise<void> {
  for (const kind of factKinds) await kind.rebuild?.(client);
}
