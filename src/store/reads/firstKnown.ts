import { factKinds } from '../load/factKinds';
import type { FactsAbout } from '../load/FactsAbout';
import { type Sql, join, raw, sql } from '../sql';

/** The first days on which anything of a kind counts as known, under each of the two kinds of knowledge; nulls where there is nothing. */
export interface FirstKnown {
  readonly kind: FactsAbout['kind'];
  readonly ANY: string | null;
  readonly PROVEN: string | null;
}

/** Since when anything is known, as one JSON list with an object of each kind of fact. Before its vintages a macro series counts as known by assumed lags. */
export const firstKnown = (): Sql => sql`
  SELECT json_agg(json_build_object('kind', k.kind, 'ANY', k.known_on, 'PROVEN', k.proven_on)) FROM (${join(factKinds.map(({ key, counted }) => sinceOf(key, counted)), ' UNION ALL ')}) k`;

const sinceOf = (kind: string, counted: string): Sql =>
  kind === 'series'
    ? sql`SELECT ${kind}::text AS kind, least(min(known_on), min(assumed_on)) AS known_on, min(proven_on) AS proven_on FROM observation_interval`
    : sql`SELECT ${kind}::text AS kind, min(known_on) AS known_on, min(proven_on) AS proven_on FROM ${raw(counted)}`;
