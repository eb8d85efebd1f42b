import type { PoolClient } from 'pg';
import type { PreparedFacts } from '../load/defineFactKind';

/** What facts of a kind about somebody, or about anybody, are called among a signal's needs. */
export const needName = ({ kind, about }: { readonly kind: string; readonly about: string | null }): string => `${kind}/${about ?? '*'}`;

/** What signals need that look at companies: whose a security is. */
const OWNERS = { need: needName({ kind: 'companies', about: null }), knownOn: null, provenOn: null };

/**
 * Marks the stored histories that bear on what a load brings, from the first day on which it counts as known; where it tells of securities whose they are, otherwise than before,
 * those that look at companies from their first day on. Others are not touched.
 */
export async function markStale(client: PoolClient, loadId: string, facts: readonly PreparedFacts[], isOtherOwner: boolean): Promise<void> {
  const found = facts.flatMap(({ kind, subjects, newSince }) => (newSince === null ? [] : [null, ...subjects].map((about) => ({ need: needName({ kind, about }), ...newSince }))));
  const brought = isOtherOwner ? [...found, OWNERS] : found;
  const { rows } = await client.query<{ key: string; knowledge: string; since: string }>(STALE, [
    brought.map(({ need }) => need),
    brought.map(({ knownOn }) => knownOn),
    brought.map(({ provenOn }) => provenOn),
  ]);
  if (rows.length === 0) return;
  await client.query(
    `UPDATE signal_coverage c SET stale_from = least(c.stale_from, s.since), stale_by = $1
     FROM unnest($2::text[], $3::text[], $4::date[]) s(key, knowledge, since) WHERE c.signal_key = s.key AND c.knowledge = s.knowledge`,
    [loadId, rows.map(({ key }) => key), rows.map(({ knowledge }) => knowledge), rows.map(({ since }) => since)],
  );
}

const STALE = `
  SELECT c.signal_key AS key, c.knowledge, min(CASE WHEN b.need = ANY (c.timeless_needs) THEN c.first_on WHEN c.knowledge = 'PROVEN' THEN b.proven_on ELSE b.known_on END)::text AS since
  FROM signal_coverage c JOIN unnest($1::text[], $2::date[], $3::date[]) b(need, known_on, proven_on) ON b.need = ANY (c.needs || c.timeless_needs)
  GROUP BY c.signal_key, c.knowledge`;
