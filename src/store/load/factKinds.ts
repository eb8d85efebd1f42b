import type { PoolClient } from 'pg';
import type { ReportKind, Reports } from '../../sources/defineSource';
import { prepareConstituents } from './constituents/prepareConstituents';
import { prepareHoldings } from './holdings/prepareHoldings';
import type { LoadRequest } from './LoadRequest';
import type { Prepare, Prepared } from './prepared';
import { prepareValuations } from './valuations/prepareValuations';

/** How each kind of fact is held against what is there and appended. */
const kinds: { readonly [Kind in ReportKind]: Prepare<Kind> } = {
  holdings: prepareHoldings,
  valuations: prepareValuations,
  constituents: prepareConstituents,
};

/** Everything that a file holds, prepared kind by kind. */
export async function prepare(client: PoolClient, request: LoadRequest, reports: Reports, sha256: string): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  for (const kind of Object.keys(kinds) as ReportKind[]) prepared.push(...(await prepareKind(kind, client, request, reports, sha256)));
  return prepared;
}

async function prepareKind<Kind extends ReportKind>(
  kind: Kind,
  client: PoolClient,
  request: LoadRequest,
  reports: Reports,
  sha256: string,
): Promise<readonly Prepared[]> {
  const ofKind = reports[kind];
  return ofKind === undefined ? [] : [await kinds[kind](client, request, ofKind, sha256)];
}
