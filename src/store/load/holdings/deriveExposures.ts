import { exposuresFromHoldings } from '../../reads/exposures';

/** Keeps the exposures of the snapshots whose numbers the subquery `snapshots` gives. */
export const deriveExposures = (snapshots: string): string => `
  INSERT INTO snapshot_exposure (snapshot_id, dimension, rank, key, weight, positions, market_value)
  ${exposuresFromHoldings(snapshots)}`;
