import type { PoolClient } from 'pg';
import type { Reports } from '../../sources/defineSource';
import { prepareConstituents } from './constituents/prepareConstituents';
import { prepareHoldings } from './holdings/prepareHoldings';
import type { LoadRequest } from './LoadRequest';
import type { Prepared } from './prepared';
import { prepareValuations } from './valuations/prepareValuations';

/** Everything that a file holds, each kind of fact held against what is there. */
export async function prepare(client: PoolClient, request: LoadRequest, reports: Reports, sha256: string): Promise<readonly Prepared[]> {
  const { holdings = [], valuations = [], constituents = [] } = reports;
  return [
    await prepareHoldings(client, request, holdings, sha256),
    await prepareValuations(client, request, valuations, sha256),
    await prepareConstituents(client, request, constituents, sha256),
  ];
}
